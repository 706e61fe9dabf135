import type { Pool } from 'pg';
import type { Principal } from '../identity/principal.js';

export interface Reading {
  readonly partnerships: readonly string[];
  /** The document or the list that was asked for. */
  readonly what: string;
  /** False where the reader was shown no name and no place. */
  readonly inClear: boolean;
}

/**
 * Records that somebody reads protected files (AGI-02). It comes before the answer: what cannot be recorded is not read.
 */
export async function recordReading(
  pool: Pool,
  { person, organisation }: Principal,
  { partnerships, what, inClear }: Reading,
): Promise<void> {
  await pool.query({
    name: 'record-reading',
    text: `INSERT INTO file_reading (partnership, version, person, organisation, party, what, in_clear)
           SELECT p.partnership, p.version, $2, $3, (SELECT x.key FROM jsonb_each_text(p.parties) x WHERE x.value = $3 ORDER BY 1 LIMIT 1), $4, $5
           FROM portfolio p WHERE p.partnership = ANY($1::text[])`,
    values: [partnerships, person, organisation, what, inClear],
  });
}
