import type { Pool } from 'pg';
import { z } from 'zod';
import type { BreachKind, FreeText } from '@palabre/contracts';
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

/** Of what is no promise: the case about it was dismissed, vouchers came, the clause is in order again, the first authority took note of it or of a later status point. */
const otherSettlements = `CASE WHEN b.doc ->> 'dismissed' = 'true' THEN 'dismissed' WHEN b.doc ->> 'settledAt' IS NOT NULL OR m.overdue IS FALSE THEN 'made-good'
    WHEN EXISTS (SELECT 1 FROM breaches a WHERE a.partnership = b.partnership AND a.kind = 'acknowledged' AND a.at >= b.at
      AND a.doc ->> 'party' = e.party AND a.doc ->> 'breach' = b.kind
      AND (b.kind = 'status-point' OR a.doc ->> 'reference' = b.doc ->> 'reference')) THEN 'acknowledged'
    ELSE 'open' END`;

/** What is everybody's is of those who were in when it happened: not of who was set aside, asked to come in, came later or had left. */
const wasIn = `EXISTS (SELECT 1 FROM file f CROSS JOIN LATERAL jsonb_array_elements((f.doc -> 'parties') || (f.doc -> 'left')) one
    WHERE f.partnership = e.partnership AND f.part = 'parties' AND one.value ->> 'party' = e.party
      AND COALESCE((one.value ->> 'joinedAt')::timestamptz <= b.at, true) AND COALESCE((one.value ->> 'leftAt')::timestamptz > b.at, true))`;

const instantText = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const text = `
WITH elsewhere AS (
  SELECT here.value AS organisation, p.partnership, side.key AS party, ($2::boolean OR p.organisations @> ARRAY[$3::text]) AS readable
  FROM portfolio p0 CROSS JOIN LATERAL jsonb_each_text(p0.parties) here
    JOIN portfolio p ON p.organisations @> ARRAY[here.value] AND p.partnership <> $1
    CROSS JOIN LATERAL jsonb_each_text(p.parties) side
  WHERE p0.partnership = $1 AND side.value = here.value
), told AS (
  SELECT e.*, c.part, 'promise' AS kind, c.what, c.breached_at, c.reason, c.due_on, ${settlements} AS settlement, c.settled_at, c.decision
  FROM elsewhere e JOIN commitments c ON c.partnership = e.partnership AND c.owed_by = e.party
  WHERE c.breached_at IS NOT NULL AND c.origin <> 'mitigation'
  UNION ALL
  SELECT e.*, b.part || '/' || e.party, b.kind, b.doc ->> 'about', b.at, b.doc -> 'reason', NULL, ${otherSettlements},
    (b.doc ->> 'settledAt')::timestamptz, NULL
  FROM elsewhere e JOIN breaches b ON b.partnership = e.partnership AND b.kind <> 'acknowledged' AND CASE WHEN b.doc ->> 'party' IS NULL THEN ${wasIn} ELSE b.doc ->> 'party' = e.party END
    LEFT JOIN money m ON b.kind = 'justification' AND m.partnership = b.partnership AND m.part = 'transfer/' || (b.doc ->> 'about')
)
SELECT partnership, part AS commitment, kind, organisation, what, ${instantText('breached_at')} AS "breachedAt", reason, due_on AS "dueOn",
  settlement, ${instantText('settled_at')} AS "settledAt", decision, readable
FROM told
WHERE $4::timestamptz IS NULL OR (breached_at, partnership, part) < ($4::timestamptz, $5::text, $6::text)
ORDER BY told.breached_at DESC, partnership DESC, part DESC LIMIT $7::int + 1`;

interface Row {
  readonly partnership: string;
  readonly commitment: string;
  /** A promise, or what else was not done as it was due; `what` then says which day, transfer or clause. */
  readonly kind: 'promise' | BreachKind;
  readonly organisation: string;
  readonly what: string;
  readonly breachedAt: string;
  readonly reason: FreeText | null;
  readonly dueOn: string;
  readonly settlement: 'open' | 'acknowledged' | 'excused' | 'made-good' | 'dismissed';
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

/** A breach about a transfer says so by the field that a restriction of that transfer is known by (MDM-17). */
const aboutTransfer: readonly Row['kind'][] = ['justification', 'diversion'];

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
    const named = aboutTransfer.includes(row.kind) ? { ...told, transfer: row.what } : told;
    return discretion === undefined ? factAlone(row) : (discretion.veiled(named) as object);
  });
}

/**
 * Before a negotiation: which promises the parties broke elsewhere and what else was not done as it was due, and how each
 * was settled; every party's own stand beside those of the others (HFA-23).
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
