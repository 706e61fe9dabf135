import { contentHash } from '@palabre/contracts';
import type { SanctionsList } from './lists/sanctions-list.js';
import { nameHash } from './names/screened-name.js';
import type { Match, Screener } from './screener.js';

/**
 * What a comparison with a list found, without any name: the body of the command `RecordScreening`. `subject` is the
 * hash of a name asked, `entry` the reference of an entry, `score` in percent.
 */
export interface ScreeningRecord {
  readonly list: string;
  readonly listHash: string;
  readonly subjects: readonly {
    readonly subject: string;
    readonly resembles: readonly { readonly entry: string; readonly score: number }[];
  }[];
}

/** Names asked of a list, with all that may be shown to those who look at the case. */
export interface ScreenedNames {
  readonly record: ScreeningRecord;
  /** Matches by the subject of the record: they hold names and stay with the caller. */
  readonly matches: ReadonlyMap<string, readonly Match[]>;
}

/** Most resemblances that are told of one name: beyond that the name says nothing. */
const mostTold = 50;

/** The identity of an issue of a list: the same entries have the same hash, wherever the file came from. */
export const listHash = (list: SanctionsList): string => contentHash(list);

/**
 * Compares names of an organisation and of its board with a list. `source.id`: opaque id of the list; `source.hash`: its
 * `listHash`. `secret`: of the installation, see `nameHash`. A name that is written twice is asked once.
 */
export function screenNames(
  screener: Screener,
  source: { readonly id: string; readonly hash: string },
  names: readonly string[],
  secret: string,
): ScreenedNames {
  const matches = new Map(names.map(name => [nameHash(name, secret), screener.screen(name).slice(0, mostTold)] as const));
  const subjects = [...matches].map(([subject, found]) => ({
    subject,
    resembles: found.map(({ reference, score }) => ({ entry: reference, score: Math.round(score.score * 100) })),
  }));
  return { record: { list: source.id, listHash: source.hash, subjects }, matches };
}
