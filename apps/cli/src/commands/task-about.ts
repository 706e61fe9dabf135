import type { InboxRow } from '../api/reads.js';
import type { Session } from '../session.js';
import { inWords } from './in-words.js';
import { partyNames } from './party-names.js';
import { questionWords } from './question-words.js';
import { referenceInWords, saysNothing, type ReferenceNames } from './reference-words.js';
import { textNamed } from './text-lines.js';
import { thingsIn } from './things.js';

/** Tasks that wait for a day of a calendar, with the rule of the deadline that knows the day. */
const ofCalendar: Readonly<Record<string, string>> = { 'hold-meeting': 'meeting-slot', 'record-status-point': 'status_point_every' };

/** What one file calls its things and its codes. */
interface FileNames extends ReferenceNames {
  readonly things: ReadonlyMap<string, string>;
}

async function namesIn(session: Session, partnership: string): Promise<FileNames> {
  const file = await session.api.file(session.as, partnership);
  const codes = inWords(session, file.head.charter, await partyNames(session, file));
  return { session, codes, asks: questionWords(session, file).asks, things: thingsIn(file) };
}

/** Of a file that cannot be read now nothing is known, and its tasks are told by their codes. */
const noNames = (session: Session): FileNames => ({
  session,
  codes: inWords(session, null, party => party),
  asks: question => question,
  things: new Map(),
});

/** Answers of the API for several tasks of one partnership, each asked for once: a reading of a protected file is recorded. */
class Beside {
  readonly #files = new Map<string, Promise<FileNames>>();

  constructor(private readonly session: Session) {}

  names(partnership: string): Promise<FileNames> {
    const known = this.#files.get(partnership) ?? namesIn(this.session, partnership).catch(() => noNames(this.session));
    this.#files.set(partnership, known);
    return known;
  }

  /** The day that was agreed, beside the last day on which it still counts (AGI-23). */
  async agreedDay({ partnership, kind }: InboxRow): Promise<string> {
    const rule = ofCalendar[kind];
    if (rule === undefined) return '';
    const { api, as, say } = this.session;
    const rows = await api.deadlines(as, partnership).catch(() => []);
    const day = rows.find(row => row.state === 'to-come' && row.rule === rule)?.about ?? null;
    return day === null ? '' : say('tasks.agreedFor', { day });
  }
}

/** What a task is about: the text with the version that an answer binds to, a thing by its name and the id that commands ask for, an agreed day; empty when its title says it all. */
async function aboutOf(session: Session, beside: Beside, task: InboxRow): Promise<string> {
  const { subject, about, partnership } = task;
  if (subject !== null) return session.say('explain.textVersion', { text: textNamed(session, subject.kind), version: subject.version });
  if (about === null) return beside.agreedDay(task);
  if (saysNothing(about)) return '';
  const names = await beside.names(partnership);
  const title = names.things.get(about);
  if (title === undefined) return referenceInWords(names, about);
  return session.say('explain.about', { title: names.codes.word(title), about });
}

/** The same for each task of a list. */
export function aboutsOf(session: Session, tasks: readonly InboxRow[]): Promise<readonly string[]> {
  const beside = new Beside(session);
  return Promise.all(tasks.map(task => aboutOf(session, beside, task)));
}
