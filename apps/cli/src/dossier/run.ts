import type { EventEnvelope } from '@palabre/contracts';
import type { PalabreApi } from '../api/palabre-api.js';
import type { HistoryItem } from '../api/reads.js';
import { Failure } from '../failure.js';
import type { Language } from '../terminal/language.js';
import type { Say } from '../words/words.js';
import type { commandIds, Dossier } from './dossier.js';
import { isReadable, readTogether } from './read-together.js';
import { registerAll } from './register.js';
import { byCause, isRefusal } from './summary.js';

export interface PlayCircumstances {
  readonly api: PalabreApi;
  readonly say: Say;
  readonly language: Language;
  /** Prefix of the command ids: another run of the same dossier is another partnership. */
  readonly run: string;
}

/** A partnership that a dossier has opened, and what it already says of the dossier's acts. */
export interface BegunRun {
  readonly id: string;
  readonly version: number;
  /** Where its rehearsal calendar stands. */
  readonly now: string;
  /** Events by command id. */
  readonly played: Map<string, readonly EventEnvelope[]>;
  /** True when the partnership was there before this play. */
  readonly continued: boolean;
  /** Acts that were accepted with other content than they have now: one that was only refused may be corrected. */
  readonly changed: ReadonlySet<number>;
}

type Ids = ReturnType<typeof commandIds>;

type Found = Pick<BegunRun, 'id' | 'version' | 'continued'>;

const ended = 'partnership-ended';

/** A file that has ended does not open again; its history still says which request opened it. */
async function findEnded(dossier: Dossier, ids: Ids, api: PalabreApi): Promise<string | null> {
  const title = String(dossier.opening['title']);
  const rows = await api.portfolio(dossier.openedBy, { search: title.slice(0, 120) });
  const alike = rows.filter(row => row.title === title);
  for (const { id } of alike) {
    const first = (await api.history(dossier.openedBy, id, 1)).at(0);
    if (first !== undefined && isReadable(first) && first.attributes.cause === ids.opening) return id;
  }
  return null;
}

async function idOf(dossier: Dossier, ids: Ids, { api, say, language }: PlayCircumstances): Promise<Found> {
  const opened = await api.open(dossier.openedBy, { id: ids.opening, type: 'OpenPartnership', data: dossier.opening });
  if (!('outcome' in opened)) {
    const version = await headOf(api, dossier.openedBy, opened.id, opened.answer.version);
    return { id: opened.id, version, continued: version > opened.answer.version };
  }
  const { code, rule, reason, next } = opened.refusal;
  if (code !== ended)
    throw new Failure({ exit: 'refused', what: reason[language], code, rule, next: next[language], fields: opened.fields });
  const id = await findEnded(dossier, ids, api);
  if (id === null) throw new Failure({ exit: 'refused', what: say('play.notFound'), next: say('play.changedNext') });
  return { id, version: 0, continued: true };
}

/** The version the partnership has reached by now; the engine forgets files that ended long ago. */
async function headOf(api: PalabreApi, as: string, id: string, atLeast: number): Promise<number> {
  try {
    return (await api.standing(as, id)).version;
  } catch (error) {
    if (error instanceof Failure && (error.trouble.code === ended || error.trouble.code === 'unknown-partnership')) return atLeast;
    throw error;
  }
}

const latest = (history: readonly HistoryItem[]): string =>
  history.reduce((now, { attributes }) => (attributes.factat > now ? attributes.factat : now), '');

/** Opens the dossier's partnership, or finds the one that an earlier play opened, with its history so far. */
export async function beginRun(dossier: Dossier, ids: Ids, circumstances: PlayCircumstances): Promise<BegunRun> {
  await registerAll(dossier.registrations, { ...circumstances, as: dossier.openedBy });
  const { id, version, continued } = await idOf(dossier, ids, circumstances);
  const history = await readTogether(circumstances.api, dossier, id, 1, { after: version });
  const played = new Map(byCause(history.filter(isReadable)));
  const mine = new Set(dossier.acts.map(ids.act));
  const accepted = [...played].filter(([cause, events]) => !mine.has(cause) && !events.every(isRefusal));
  const numbers = accepted.map(([cause]) => ids.numberOf(cause));
  return {
    id,
    version: Math.max(version, history.at(-1)?.attributes.streamversion ?? 0),
    now: latest(history),
    played,
    continued,
    changed: new Set(numbers.filter(number => number !== null)),
  };
}
