import { randomUUID } from 'node:crypto';
import { isEventType, events, type Localized, type Refusal } from '@palabre/contracts';
import type { Accepted, Answer, Refused, Request } from '../api/request.js';
import { salted } from '../api/salted.js';
import { readYaml } from '../dossier/document.js';
import { Failure, type Trouble } from '../failure.js';
import { show, spoken, textOf, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { textOption, type OptionRow, type Typed } from './command-row.js';
import { inWords } from './in-words.js';
import { partyNames } from './party-names.js';
import { questionsNamed } from './questions-named.js';

/** Options of every command that changes something. */
export const requestOptions: readonly OptionRow[] = [{ flags: '--id <id>', says: 'option.id' }];

/** The client's own id of a request: named by the person, who may then repeat it, or new. */
export const requestId = (typed: Typed): string => textOption(typed, 'id') ?? `cli.${randomUUID()}`;

const exits: Readonly<Record<number, Trouble['exit']>> = {
  400: 'bad-input',
  403: 'not-permitted',
  404: 'bad-input',
  413: 'bad-input',
  422: 'bad-input',
};

/** A refused request as the end of a command. */
export function refusalFailure(session: Pick<Session, 'terminal'>, refused: Refused, each: readonly Refusal[] = []): Failure {
  const { code, rule, reason, next } = refused.refusal;
  return new Failure({
    exit: exits[refused.status] ?? 'refused',
    what: spoken(session, reason),
    code,
    rule,
    next: spoken(session, next),
    fields: refused.fields,
    ...(each.length > 1 ? { each } : {}),
  });
}

/** What was accepted; `heading` instead of the sentence about a partnership. */
export function acceptedLines(
  session: Session,
  answer: Accepted,
  heading = session.say('do.accepted', { version: answer.version }),
): string[] {
  const tone = paint(session.terminal);
  const facts = answer.events.map(({ type, version }) => `  ${version}  ${isEventType(type) ? spoken(session, events[type].says) : type}`);
  const warnings = answer.warnings.map(warning =>
    tone('warm', `! ${spoken(session, warning.reason)} (${session.say('trouble.rule', { rule: warning.rule })})`),
  );
  return [tone('good', heading), ...facts, ...warnings];
}

/** Refusals that may stand for several things at once. */
const combined: readonly string[] = ['gate-open', 'asked-by-the-charter'];

/** The recorded refusal is one paragraph: the rules tell the same one by one, and what else would come after it. */
async function eachInTheWay(
  session: Session,
  partnership: string,
  { type, data }: Request,
  { refusal }: Refused,
): Promise<readonly Refusal[]> {
  if (!combined.includes(refusal.code)) return [];
  const answer = await session.api.whyNot(session.as, partnership, { type, data }).catch(() => null);
  return answer?.refusals ?? [];
}

/** A refusal with the names of the file in the place of its codes; for machines, and where the file cannot be read, as it is. */
async function withNames(session: Session, partnership: string): Promise<(refusal: Refusal) => Refusal> {
  const file = session.json ? null : await session.api.file(session.as, partnership).catch(() => null);
  const names = file === null ? null : await partyNames(session, file).catch(() => null);
  if (file === null || names === null) return refusal => refusal;
  const { sentence } = inWords(session, file.head.charter, names);
  const told = ({ fr, en }: Localized): Localized => ({ fr: sentence(fr), en: sentence(en) });
  return refusal => ({ ...refusal, reason: told(refusal.reason), next: told(refusal.next) });
}

/** Sends a command and shows its answer. Throws Failure when it is refused. */
export async function sendCommand(session: Session, partnership: string, request: Request): Promise<Accepted> {
  const answer: Answer = await session.api.command(session.as, partnership, salted(request));
  if (answer.outcome === 'refused') {
    const each = await eachInTheWay(session, partnership, request, answer);
    const told = await withNames(session, partnership);
    const { refusal, ...refused } = await questionsNamed(session, partnership, request, answer);
    throw refusalFailure(session, { ...refused, refusal: told(refusal) }, each.map(told));
  }
  show(session, answer, () => acceptedLines(session, answer));
  return answer;
}

const notJson = ({ say }: Session, message: string): Failure =>
  new Failure({ exit: 'bad-input', what: say('trouble.json', { message }), next: say('trouble.jsonNext') });

function fromJson(session: Session, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notJson(session, error instanceof Error ? error.message : '');
  }
}

function fromYaml({ say }: Session, file: string): unknown {
  const reading = readYaml(textOf(file, say), file);
  if (reading.ok) return reading.document.content;
  const { mistakes } = reading;
  throw new Failure({
    exit: 'bad-input',
    what: say('mistakes.found', { count: mistakes.length, file }),
    next: say('mistakes.correct'),
    mistakes,
  });
}

function dataBehind(session: Session, given: string): unknown {
  if (!given.startsWith('@')) return fromJson(session, given);
  const file = given.slice(1);
  return /\.ya?ml$/i.test(file) ? fromYaml(session, file) : fromJson(session, textOf(file, session.say));
}

/** The object behind `--data`: JSON, or a file of JSON or YAML as `@file`. */
export function dataOption(session: Session, typed: Typed): Readonly<Record<string, unknown>> | null {
  const given = textOption(typed, 'data');
  if (given === null) return null;
  const value = dataBehind(session, given);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw notJson(session, '{ … }');
  return value as Readonly<Record<string, unknown>>;
}
