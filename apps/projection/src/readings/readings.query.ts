import type { Pool } from 'pg';
import { z } from 'zod';
import type { Access } from '../reading/access.js';
import { cursorField, cursorParts, cursorsOf, limitField } from '../reading/page.js';
import { freshnessFields } from '../reading/read-your-writes.js';

export const readingsQuery = z.strictObject({ ...freshnessFields, limit: limitField, cursor: cursorField });

const cursors = cursorsOf('readings', cursorParts.version);

interface Row {
  readonly id: string;
  readonly at: string;
  readonly person: string;
  readonly party: string | null;
  readonly organisation: string | null;
  readonly what: string;
  readonly version: number;
  readonly inClear: boolean;
}

/**
 * Who read this file while it was protected, what and when, the latest first. Both sides see the same, and so do auditors; the
 * organisation of a party is a name, and told only to those who read the file in clear.
 */
export async function listReadings(
  pool: Pool,
  access: Access,
  { limit, cursor }: z.infer<typeof readingsQuery>,
): Promise<{ items: readonly object[]; next: string | null }> {
  const { rows } = await pool.query<Row>({
    name: 'readings',
    text: `SELECT id, to_char(read_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, person, party,
             CASE WHEN $2::boolean OR party IS NULL THEN organisation END AS organisation, what, version, in_clear AS "inClear"
           FROM file_reading WHERE partnership = $1 AND ($3::bigint IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`,
    values: [access.partnership, access.inClear, cursors.read(cursor)?.[0] ?? null, limit + 1],
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(({ id: _place, ...reading }) => reading),
    next: rows.length > limit && last ? cursors.write(last.id) : null,
  };
}
