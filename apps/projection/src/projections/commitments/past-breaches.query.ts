import type { Pool } from 'pg';
import { z } from 'zod';
import type { FreeText } from '@palabre/contracts';
import { hasRole, type Principal } from '../../identity/principal.js';
import type { Access } from '../../reading/access.js';
import { discretionFor } from '../../reading/discretion.js';
import { cursorField, cursorParts, cursorsOf, limitField } from '../../reading/page.js';
import { accessForReading } from '../../readings/recorded.js';
import { freshnessFields } from '../../reading/read-your-writes.js';

export const pastBreachesQuery = z.strictObject({ ...freshnessFields, limit: limitField, cursor: cursorField });

const cursors = cursorsOf('past-breaches', cursorParts.instant, cursorParts.name, cursorParts.name);

/** How a breach ended: still open, taken note of by the first authority, lifted by an agreed change, or made good. */
const settlements = `CASE c.state WHEN 'excused' THEN 'excused' WHEN 'kept' THEN 'made-good'
  ELSE CASE WHEN c.acknowledged_by @> ARRAY[c.owed_by] THEN 'acknowledged' ELSE 'open' END END`;

const instantText = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const text = `
SELECT c.partnership, c.part AS commitment, here.value AS organisation, c.what, ${instantText('c.breached_at')} AS "breachedAt", c.reason, c.due_on AS "dueOn",
  ${settlements} AS settlement, ${instantText('c.settled_at')} AS "settledAt", c.decision, ($2::boolean OR p.organisations @> ARRAY[$3::text]) AS readable
FROM portfolio p0 CROSS JOIN LATERAL jsonb_each_text(p0.parties) here
  JOIN portfolio p ON p.organisations @> ARRAY[here.value]
  JOIN commitments c ON c.partnership = p.partnership AND p.parties ->> c.owed_by = here.value
WHERE p0.partnership = $1 AND c.partnership <> $1 AND c.breached_at IS NOT NULL AND c.origin <> 'mitigation'
  AND ($4::timestamptz IS NULL OR (c.breached_at, c.partnership, c.part) < ($4::timestamptz, $5::text, $6::text))
ORDER BY c.breached_at DESC, c.partnership DESC, c.part DESC LIMIT $7::int + 1`;

interface Row {
  readonly partnership: string;
  readonly commitment: string;
  readonly organisation: string;
  readonly what: string;
  readonly breachedAt: string;
  readonly reason: FreeText | null;
  readonly dueOn: string;
  readonly settlement: 'open' | 'acknowledged' | 'excused' | 'made-good';
  readonly settledAt: string | null;
  readonly decision: string | null;
  readonly readable: boolean;
}

/** Of a partnership that the caller may not see there is the fact and how it ended, no place and no words. */
const factAlone = ({ organisation, breachedAt, settlement, settledAt }: Row): object => ({
  organisation,
  partnership: null,
  breachedAt,
  settlement,
  settledAt,
});

/** Veils each breach as its own partnership does. */
async function shownTo(pool: Pool, principal: Principal, rows: readonly Row[]): Promise<object[]> {
  const readable = [...new Set(rows.filter(row => row.readable).map(row => row.partnership))];
  const seen = await Promise.all(readable.map(id => accessForReading(pool, principal, id, 'past-breaches')));
  const inClear = seen.filter(access => access.inClear);
  const discretions = new Map(
    await Promise.all(inClear.map(async access => [access.partnership, await discretionFor(pool, access)] as const)),
  );
  return rows.map(row => {
    const discretion = discretions.get(row.partnership);
    const { readable: _readable, ...told } = row;
    return discretion === undefined ? factAlone(row) : (discretion.veiled(told) as object);
  });
}

/**
 * Before a negotiation: which promises the parties broke elsewhere, and how each was settled; every party's own stand beside those
 * of the others (HFA-23).
 */
export async function listPastBreaches(
  pool: Pool,
  principal: Principal,
  access: Access,
  query: z.infer<typeof pastBreachesQuery>,
): Promise<{ items: object[]; next: string | null }> {
  const after = cursors.read(query.cursor);
  const { rows } = await pool.query<Row>({
    name: 'past-breaches',
    text,
    values: [
      access.partnership,
      hasRole(principal, 'auditor'),
      principal.organisation,
      after?.[0] ?? null,
      after?.[1] ?? null,
      after?.[2] ?? null,
      query.limit,
    ],
  });
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: await shownTo(pool, principal, page),
    next: rows.length > query.limit && last ? cursors.write(last.breachedAt, last.partnership, last.commitment) : null,
  };
}
