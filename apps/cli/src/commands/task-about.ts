import type { InboxRow } from '../api/reads.js';
import type { Session } from '../session.js';
import { placeWords } from '../words/fact-words.js';
import { inWords } from './in-words.js';
import { textNamed } from './text-lines.js';
import { thingsIn } from './things.js';

/** Tasks that wait for a day of a calendar, with the rule of the deadline that knows the day. */
const ofCalendar: Readonly<Record<string, string>> = { 'hold-meeting': 'meeting-slot', 'record-status-point': 'status_point_every' };

/** A place stands in the title already; a hash says nothing to a reader. */
export const saysNothing = (about: string): boolean => Object.hasOwn(placeWords, about) || /^[0-9a-f]{40,64}$/.test(about);

/** The day of a status point, of which the reference says nothing else to a reader. */
export const dayOfPoint = (about: string): string | null => /^status-point-(\d{4}-\d{2}-\d{2})$/.exec(about)?.[1] ?? null;

/** Answers of the API for several tasks of one partnership, each asked for once: a reading of a protected file is recorded. */
class Beside {
  readonly #files = new Map<string, Promise<ReadonlyMap<string, string>>>();

  constructor(private readonly session: Session) {}

  things(partnership: string): Promise<ReadonlyMap<string, string>> {
    const { api, as } = this.session;
    const known = this.#files.get(partnership) ?? api.file(as, partnership).then(thingsIn, () => new Map<string, string>());
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
  const title = (await beside.things(partnership)).get(about);
  if (title === undefined) return dayOfPoint(about) ?? inWords(session, null, party => party).word(about);
  return session.say('explain.about', { title, about });
}

/** The same for each task of a list. */
export function aboutsOf(session: Session, tasks: readonly InboxRow[]): Promise<readonly string[]> {
  const beside = new Beside(session);
  return Promise.all(tasks.map(task => aboutOf(session, beside, task)));
}
