import { Failure } from '../failure.js';
import { show, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { factLines } from '../terminal/table.js';
import { verify, type VerifyResult } from '../verify/verify.js';
import { argument, type CommandRow, type Typed } from './command-row.js';

const json = (value: unknown): string => JSON.stringify(value) ?? '-';

/** `12, 21–24` */
function rangesOf(versions: readonly number[]): string {
  const ranges: { from: number; to: number }[] = [];
  for (const version of versions) {
    const last = ranges.at(-1);
    if (last !== undefined && last.to === version - 1) last.to = version;
    else ranges.push({ from: version, to: version });
  }
  return ranges.map(({ from, to }) => (from === to ? String(from) : `${from}–${to}`)).join(', ');
}

function engineSentence({ say }: Session, { engine }: VerifyResult): string {
  if (!engine.known) return say('verify.engineForgotten');
  return engine.equal ? say('verify.equal') : say('verify.engineParts', { version: engine.version ?? 0, hash: engine.contentHash ?? '' });
}

function chainSentence({ say }: Session, { chain, ledger }: VerifyResult): string {
  if (!ledger.chain.holds)
    return say('verify.chainBroken', { version: ledger.chain.brokenAt?.version ?? 0, reason: ledger.chain.brokenAt?.reason ?? '' });
  if (!chain.holds) return say('verify.chainBrokenHere', { version: chain.brokenAt ?? 0 });
  const { events, notRecomputed } = chain;
  if (notRecomputed.length === 0) return say('verify.chainHolds', { events });
  return say('verify.chainHoldsWithheld', { events, count: notRecomputed.length, versions: rangesOf(notRecomputed) });
}

export function verifyLines(session: Session, result: VerifyResult): string[] {
  const { say, terminal } = session;
  const tone = paint(terminal);
  const models = result.readModels.map(model => (model.equal ? model.model : `${model.model} ✖ ${model.differing.slice(0, 5).join(', ')}`));
  return [
    result.equal
      ? tone('good', say('verify.allEqual', { version: result.version }))
      : tone('bad', say('verify.notEqual', { version: result.version })),
    ...factLines(terminal, [
      [say('verify.ledger'), result.ledger.contentHash],
      [say('verify.engine'), engineSentence(session, result)],
      [say('verify.readModels'), models.join(', ')],
      [say('verify.chain'), chainSentence(session, result)],
    ]),
    ...result.engine.partsAt.map(parting => `  ${parting.path}: ${json(parting.one)} ≠ ${json(parting.other)}`),
  ];
}

async function run(session: Session, typed: Typed): Promise<void> {
  const result = await verify(session.api, session.as, argument(typed, 0));
  show(session, result, () => verifyLines(session, result));
  if (!result.equal)
    throw new Failure({ exit: 'failed', what: session.say('trouble.notEqual'), next: session.say('trouble.notEqualNext'), shown: true });
}

export const verifyCommands: readonly CommandRow[] = [
  { name: 'verify', args: ['<id>'], says: 'help.verify', options: [], example: 'palabre verify ID', run },
];
