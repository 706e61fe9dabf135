import type { Charter } from '../load/load.js';
import type { EngineDefaults, TypeRow } from '../schema/engine.js';
import type { Sources } from '../schema/sources.js';
import { resolved, type Resolved } from './resolved.js';

/** The three voices behind the policy of one type, in the order in which they are heard. */
export interface Rulebook {
  readonly charter: Charter;
  readonly type: string;
  readonly row: TypeRow;
  /** The row is one that the charter brings itself (own_types), not one of the matrix. */
  readonly ownRow: boolean;
  /** The partnership lies outside the charter's scope: the charter's rules warn instead of block (MDM-04). */
  readonly outsideScope: boolean;
  readonly defaults: EngineDefaults;
}

type Said<T> = { readonly value: T; readonly source: Sources };

/** What a table of the charter says for the type: its own entry, else the entry for all, else nothing. */
export function saidForType<T>(book: Rulebook, table: string, entries: Readonly<Record<string, Said<T>>> | undefined): Resolved<T> | null {
  for (const type of [book.type, 'all']) {
    const said = entries && Object.hasOwn(entries, type) ? entries[type] : undefined;
    if (said) return resolved('charter', `${book.charter.code}:${table}.${type}`, said);
  }
  return null;
}

/** What the row of the type says, whoever brings the row. */
export function saidByRow<T>(book: Rulebook, key: string, said: Said<T>): Resolved<T> {
  return book.ownRow
    ? resolved('charter', `${book.charter.code}:own_types.${book.type}.${key}`, said)
    : resolved('type-matrix', `types.${book.type}.${key}`, said);
}

/** The charter's own value where it has one, else the engine's. */
export function charterOrDefault<T>(book: Rulebook, key: string, own: Said<T> | undefined, engine: Said<T>): Resolved<T> {
  return own ? resolved('charter', `${book.charter.code}:${key}`, own) : resolved('engine-default', `engine:${key}`, engine);
}
