import { engineActor } from '@palabre/contracts';
import type { TimelineRow } from '../api/reads.js';
import { Failure } from '../failure.js';
import { show, spoken, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { argument, flagOption, textOption, type CommandRow, type Typed } from './command-row.js';
import { minuteOf } from './dates.js';
import { organisationNames } from './party-names.js';
import { Story } from './told-of.js';

/** The reason in words: in both languages when a rule gave it, as written when a person did, never a sealed text. */
function reasonOf(session: Session, reason: unknown): string | null {
  if (typeof reason === 'string') return reason;
  if (typeof reason !== 'object' || reason === null) return null;
  const { fr, en } = reason as { fr?: unknown; en?: unknown };
  if (typeof fr === 'string' && typeof en === 'string') return spoken(session, { fr, en });
  return 'sealed' in reason ? session.say('history.sealed') : null;
}

const short = (text: string): string => text.replace(/\s+/g, ' ');

/** What Palabre notes for itself as people act: asks, dates, the calendar of a rehearsal. Told with `--all`. */
const bookkeeping: readonly string[] = [
  'TasksOpened',
  'TasksCompleted',
  'TasksWithdrawn',
  'DeadlinesSet',
  'DeadlinesCleared',
  'CalendarAdvanced',
];

const isTold = (session: Session, typed: Typed, row: TimelineRow): boolean =>
  session.json || flagOption(typed, 'all') || !bookkeeping.includes(row.type);

/** How long to wait before a broken stream is taken up again, milliseconds. */
const reconnectMs = 1_000;

/** What was refused: the act by its words, the rule, and the reason with its names. */
function refusedText(session: Session, row: TimelineRow, story: Story, says: string): string {
  return session.say('history.refused', { says, command: story.codes.word(row.command ?? ''), rule: row.rule ?? '' });
}

/** One line of the history: version, moment, what, of what, by whom, and why. */
function lineOf(session: Session, row: TimelineRow, story: Story): string {
  const tone = paint(session.terminal);
  const says = row.says === null ? row.type : spoken(session, row.says);
  const { word, sentence } = story.codes;
  const who = row.actor === engineActor ? engineActor : `${word(row.actorRole)} (${story.party(row.party)})`;
  const reason = reasonOf(session, row.reason);
  const of = story.of(row, says);
  // What a person wrote stands below, as the reason: it is not told twice.
  const twice = of === says || (reason !== null && short(reason).startsWith((of ?? '').replace(/…$/, '')));
  const told = of === null || twice ? says : session.say('history.of', { says, of });
  const what = row.refused ? tone('bad', refusedText(session, row, story, says)) : tone('strong', told);
  const head = `${String(row.version).padStart(5)}  ${tone('dim', minuteOf(row.factAt))}  ${what}  ${tone('dim', who)}`;
  return reason === null ? head : `${head}\n         ${short(row.refused ? sentence(reason) : reason)}`;
}

/** Tells lines of one history; what the events are about is learnt from the events, asked for as far as they are told. */
class Teller {
  #seen = 0;

  private constructor(
    private readonly session: Session,
    private readonly id: string,
    private readonly story: Story,
  ) {}

  static async of(session: Session, id: string): Promise<Teller> {
    return new Teller(session, id, new Story(session, await organisationNames(session)));
  }

  async lines(rows: readonly TimelineRow[]): Promise<readonly string[]> {
    const { session, story } = this;
    if (session.json) return rows.map(row => JSON.stringify(row));
    if (rows.some(({ version }) => version > this.#seen)) {
      const events = await session.api.history(session.as, this.id, this.#seen + 1);
      story.remember(events);
      this.#seen = events.at(-1)?.attributes.streamversion ?? this.#seen;
    }
    return rows.map(row => lineOf(session, row, story));
  }
}

async function tell(session: Session, teller: Teller, rows: readonly TimelineRow[]): Promise<void> {
  for (const line of await teller.lines(rows)) session.terminal.out(line);
}

async function followOn(session: Session, typed: Typed, teller: Teller, seen: number): Promise<void> {
  const id = argument(typed, 0);
  const refused = flagOption(typed, 'refused');
  const { signal } = session;
  let last = seen;
  while (!signal.aborted) {
    try {
      for await (const version of session.api.follow(session.as, id, signal)) {
        if (version <= last) continue;
        const rows = await session.api.timeline(session.as, id, { refused, after: last });
        await tell(
          session,
          teller,
          rows.filter(one => isTold(session, typed, one)),
        );
        last = Math.max(version, rows.at(-1)?.version ?? 0);
      }
    } catch (error) {
      // A stream that breaks off is taken up again; what a rule or a person says is told.
      if (error instanceof Failure && !signal.aborted) throw error;
    }
    if (!signal.aborted) await session.pause(reconnectMs);
  }
}

function lastOption(session: Session, typed: Typed): number | null {
  const text = textOption(typed, 'last');
  if (text === null) return null;
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  const { say } = session;
  throw new Failure({
    exit: 'bad-input',
    what: say('trouble.badValue', { value: text, name: '--last' }),
    next: say('trouble.expected', { expected: say('expected.count') }),
  });
}

async function history(session: Session, typed: Typed): Promise<void> {
  const id = argument(typed, 0);
  const refused = flagOption(typed, 'refused');
  const last = lastOption(session, typed);
  const all = await session.api.timeline(session.as, id, { refused, after: 0 });
  const told = all.filter(row => isTold(session, typed, row));
  const rows = last === null ? told : told.slice(-last);
  const teller = await Teller.of(session, id);
  if (!flagOption(typed, 'follow')) {
    const lines = session.json ? [] : await teller.lines(rows);
    return show(session, rows, () => (rows.length === 0 ? [session.say('history.none')] : lines));
  }
  await tell(session, teller, rows);
  if (session.terminal.interactive) session.terminal.err(session.say('history.following'));
  await followOn(session, typed, teller, all.at(-1)?.version ?? 0);
}

export const historyCommands: readonly CommandRow[] = [
  {
    name: 'history',
    args: ['<id>'],
    says: 'help.history',
    options: [
      { flags: '--refused', says: 'option.refused' },
      { flags: '--all', says: 'option.allLines' },
      { flags: '--last <count>', says: 'option.last' },
      { flags: '--follow', says: 'option.follow' },
    ],
    example: 'palabre history ID --refused',
    run: history,
  },
];
