import { sha256Hex } from '@palabre/contracts';
import type { ExistingRow } from '../api/register-rows.js';
import { ofPartnership } from '../api/view-api.js';
import type { Act, Dossier } from '../dossier/dossier.js';
import { Play, type PlayReport } from '../dossier/play.js';
import { readDossier } from '../dossier/read-dossier.js';
import { Failure } from '../failure.js';
import { show, spoken, textOf, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { takeSteps, type Step } from '../terminal/steps.js';
import { argument, textOption, type CommandRow, type Typed } from './command-row.js';

/** Reads a dossier; ends with every mistake in it, and nothing started. */
export function dossierIn(session: Session, file: string): Dossier {
  const accounts = session.accounts.length === 0 ? null : session.accounts.map(({ account }) => account);
  const reading = readDossier(textOf(file, session.say), file, { accounts });
  if (reading.ok) return reading.dossier;
  const { mistakes } = reading;
  throw new Failure({
    exit: 'bad-input',
    what: session.say('mistakes.found', { count: mistakes.length, file }),
    next: session.say('mistakes.correct'),
    mistakes,
  });
}

interface Chapter {
  readonly title: string;
  readonly acts: readonly Act[];
}

/** Acts by the chapter in which they stand. */
export function chaptersOf(dossier: Dossier, untitled: string): readonly Chapter[] {
  const chapters: { title: string; acts: Act[] }[] = [];
  for (const act of dossier.acts) {
    if (act.chapter !== null || chapters.length === 0) chapters.push({ title: act.chapter ?? untitled, acts: [] });
    chapters.at(-1)?.acts.push(act);
  }
  return chapters;
}

function chapterStep(session: Session, playing: Play, { title, acts }: Chapter): Step {
  const total = playing.dossier.acts.length;
  return {
    title,
    run: async tell => {
      let already = 0;
      for (const act of acts) {
        session.signal.throwIfAborted();
        tell(session.say('play.act', { number: act.number, total, on: act.on.slice(0, 10), as: act.as, type: act.type }));
        const outcome = await playing.act(act);
        if (outcome.already) already += 1;
      }
      return session.say(already === acts.length ? 'play.alreadyPlayed' : 'play.chapterDone', { title, acts: acts.length });
    },
  };
}

/** Each warning once, with the acts that it was told to. */
function warningLines(session: Session, { warnings }: PlayReport): string[] {
  const told = new Map<string, number[]>();
  for (const { act, type, rule, reason } of warnings) {
    const line = session.say('play.warned', { type, rule, reason: spoken(session, reason) });
    told.set(line, [...(told.get(line) ?? []), act]);
  }
  return [...told].map(([line, acts]) => paint(session.terminal)('warm', session.say('play.warnedActs', { line, acts: acts.join(', ') })));
}

function reportLines(session: Session, report: PlayReport): string[] {
  const { say } = session;
  const { id, decisions, refusals, events, version, standing, phases, actsPlayedBefore, acts } = report;
  return [
    paint(session.terminal)('strong', say('play.summary', { id, decisions, refusals, events, version, standing })),
    say('play.phases', { phases: phases.join(' → ') }),
    ...warningLines(session, report),
    ...(actsPlayedBefore > 0 ? [say('play.already', { count: actsPlayedBefore, total: acts })] : []),
    say('open.next', { id }),
  ];
}

/** Command ids begin with it: the same dossier on the same stack asks for the same things. */
const runName = ({ stackMark }: Session, name: string): string =>
  stackMark === null ? name : `${name}.${sha256Hex(stackMark).slice(0, 6)}`;

const playOf = (session: Session, dossier: Dossier, typed: Typed): Play =>
  new Play(dossier, {
    api: session.api,
    say: session.say,
    language: session.terminal.language,
    run: runName(session, textOption(typed, 'run') ?? dossier.id),
  });

async function play(session: Session, typed: Typed): Promise<void> {
  const dossier = dossierIn(session, argument(typed, 0));
  const playing = playOf(session, dossier, typed);
  const opening: Step = {
    title: dossier.title,
    run: async () => session.say('play.opened', { title: dossier.title, id: await playing.begin() }),
  };
  const chapters = chaptersOf(dossier, session.say('play.acts')).map(chapter => chapterStep(session, playing, chapter));
  await takeSteps(session.terminal, session.json, [opening, ...chapters]);
  const report = await playing.report();
  show(session, report, () => reportLines(session, report));
}

/** What is there already on the themes of an idea just recorded (PMP-05). The partnership is open, whether or not it can be read now. */
const alreadyThere = (session: Session, id: string): Promise<readonly ExistingRow[]> =>
  session.api.views.rows<ExistingRow>(session.as, ofPartnership(id, 'existing'), { after: 1, wait: 3_000 }).catch(() => []);

async function open(session: Session, typed: Typed): Promise<void> {
  const dossier = dossierIn(session, argument(typed, 0));
  const id = await playOf(session, dossier, typed).begin();
  const existing = await alreadyThere(session, id);
  show(session, { id, dossier: dossier.id, existing }, () => [
    session.say('open.done', { id }),
    ...(existing.length > 0 ? [session.say('existing.found', { count: existing.length, id })] : []),
    session.say('open.next', { id }),
  ]);
}

const run = { flags: '--run <name>', says: 'option.run' } as const;

export const playCommands: readonly CommandRow[] = [
  { name: 'open', args: ['<dossier>'], says: 'help.open', options: [run], example: 'palabre open infra/demo/sante-fleuve.yaml', run: open },
  { name: 'play', args: ['<dossier>'], says: 'help.play', options: [run], example: 'palabre play infra/demo/sante-fleuve.yaml', run: play },
];
