import type { Pool } from 'pg';
import type { FreeText } from '@palabre/contracts';

/** Names that the register gives to these organisations; one that it does not know, or knows without a name, is left out. */
export async function namesOf(pool: Pool, organisations: readonly (string | null)[]): Promise<ReadonlyMap<string, FreeText>> {
  const { rows } = await pool.query<{ organisation: string; name: FreeText }>({
    name: 'organisation-names',
    text: 'SELECT partnership AS organisation, name FROM organisations WHERE name IS NOT NULL AND partnership = ANY($1::text[])',
    values: [[...new Set(organisations.filter(one => one !== null))]],
  });
  return new Map(rows.map(({ organisation, name }) => [organisation, name]));
}
