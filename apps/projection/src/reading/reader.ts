import type { Pool } from 'pg';
import { readsProtected, type ReadersByParty } from '@palabre/contracts';
import type { Principal } from '../identity/principal.js';

/** Who reads, with the protected files whose names and places are not for this person (AGI-02). */
export interface Reader extends Principal {
  readonly masked: readonly string[];
}

/** A reader, and the protected files that this person reads in clear: each time one is shown, that is recorded. */
export interface KnownReader {
  readonly reader: Reader;
  readonly inClear: readonly string[];
}

interface Row {
  readonly partnership: string;
  readonly readers: ReadersByParty;
  readonly party: string | null;
}

/** True for who reads a protected file in clear; `party` is the one that the person belongs to in that file. */
export const inClearFor = (principal: Principal, { party, readers }: Pick<Row, 'party' | 'readers'>): boolean =>
  party !== null && readsProtected(readers[party], principal);

export async function knownReader(pool: Pool, principal: Principal): Promise<KnownReader> {
  const { rows } = await pool.query<Row>({
    name: 'protected-files',
    text: `SELECT g.partnership, g.readers, (SELECT x.key FROM jsonb_each_text(p.parties) x WHERE x.value = $1 ORDER BY 1 LIMIT 1) AS party
           FROM protection g JOIN portfolio p ON p.partnership = g.partnership`,
    values: [principal.organisation],
  });
  const named = (clear: boolean): string[] => rows.filter(row => inClearFor(principal, row) === clear).map(row => row.partnership);
  return { reader: { ...principal, masked: named(false) }, inClear: named(true) };
}

/** SQL, for what leaves the house or is open to everybody in it: a protected file is left out, whoever asks. `row` has a `partnership`. */
export const mayLeave = (row: string): string => `NOT EXISTS (SELECT 1 FROM protection g WHERE g.partnership = ${row}.partnership)`;
