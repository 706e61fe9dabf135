import type { Pool } from 'pg';
import { z } from 'zod';
import type { FreeText } from '@palabre/contracts';
import type { Access } from '../../reading/access.js';
import type { Discretion } from '../../reading/discretion.js';
import { cursorField, cursorParts, cursorsOf, flagField, limitField, textField } from '../../reading/page.js';
import { freshnessFields } from '../../reading/read-your-writes.js';
import { commitmentStates, type CommitmentState } from './commitments.entity.js';

export const commitmentsQuery = z.strictObject({
  ...freshnessFields,
  state: z.enum(commitmentStates).optional(),
  /** Party that owes. */
  owedBy: textField(40).optional(),
  /** True: its day passed without it, whatever happened afterwards. */
  late: flagField.optional(),
  limit: limitField,
  cursor: cursorField,
});

const cursors = cursorsOf('commitments', cursorParts.day, cursorParts.name);

/** Money that the payer owes once it was asked for, and vouchers that the receiver owes: obligations with a day, like any promise. */
const ofMoney = `
  SELECT d.part, NULL AS commitment, d.about AS transfer, d.version, d.party AS owed_by, CASE WHEN receipt THEN m.party ELSE m.payer END AS owed_to,
    m.line AS what, to_char(d.due_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS due_on, CASE WHEN receipt THEN 'transfer' ELSE 'justification' END AS origin,
    CASE WHEN m.state = 'cancelled' THEN 'excused' WHEN (receipt AND m.state = 'received') OR (NOT receipt AND m.justified >= m.amount) THEN 'kept'
      WHEN (receipt AND m.delayed) OR (NOT receipt AND m.overdue) THEN 'late' ELSE 'open' END AS state,
    CASE WHEN d.state = 'passed' THEN d.settled_at END AS late_at, NULL::timestamptz AS breached_at, NULL::jsonb AS reason, '{}'::text[] AS acknowledged_by,
    NULL::timestamptz AS settled_at, NULL::jsonb AS note, NULL::text AS decision
  FROM deadlines d CROSS JOIN LATERAL (SELECT d.outcome = 'FundTransferDelayed' AS receipt) kind
    JOIN money m ON m.partnership = d.partnership AND m.part = 'transfer/' || d.about
  WHERE d.partnership = $1 AND d.outcome IN ('FundTransferDelayed', 'JustificationOverdue')`;

const text = `
WITH owed AS (
  SELECT part, part AS commitment, NULL AS transfer, version, owed_by, owed_to, what, due_on, origin, state, late_at, breached_at, reason,
    acknowledged_by, settled_at, note, decision FROM commitments WHERE partnership = $1
  UNION ALL ${ofMoney}
)
SELECT part, commitment, transfer, version, owed_by AS "owedBy", owed_to AS "owedTo", what, due_on AS "dueOn", origin, state, late_at AS "lateAt",
  breached_at AS "breachedAt", reason, acknowledged_by AS "acknowledgedBy", settled_at AS "settledAt", note, decision
FROM owed
WHERE ($2::text IS NULL OR state = $2) AND ($3::text IS NULL OR owed_by = $3) AND ($4::boolean IS NULL OR (late_at IS NOT NULL) = $4)
  AND ($5::text IS NULL OR (due_on, part) > ($5::text, $6::text))
ORDER BY due_on, part LIMIT $7::int + 1`;

interface Row {
  readonly part: string;
  /** One of both: a promise by its own id, an obligation of money by its transfer. */
  readonly commitment: string | null;
  readonly transfer: string | null;
  readonly version: number;
  readonly owedBy: string;
  readonly owedTo: string;
  readonly what: string;
  readonly dueOn: string;
  readonly origin: string;
  readonly state: CommitmentState;
  readonly lateAt: Date | null;
  readonly breachedAt: Date | null;
  readonly reason: FreeText | null;
  readonly acknowledgedBy: readonly string[];
  readonly settledAt: Date | null;
  readonly note: FreeText | null;
  readonly decision: string | null;
}

const instant = (value: Date | null): string | null => value?.toISOString() ?? null;

function shown({ part: _part, commitment, transfer, ...facts }: Row): object {
  const named = commitment === null ? { transfer } : { commitment };
  return { ...named, ...facts, lateAt: instant(facts.lateAt), breachedAt: instant(facts.breachedAt), settledAt: instant(facts.settledAt) };
}

/** Everything owed in a partnership, by whichever side, in the order in which it falls due (ALE-45). */
export async function listCommitments(
  pool: Pool,
  access: Access,
  discretion: Discretion,
  query: z.infer<typeof commitmentsQuery>,
): Promise<{ items: object[]; next: string | null }> {
  const after = cursors.read(query.cursor);
  const { state, owedBy, late, limit } = query;
  const { rows } = await pool.query<Row>({
    name: 'commitments',
    text,
    values: [access.partnership, state ?? null, owedBy ?? null, late ?? null, after?.[0] ?? null, after?.[1] ?? null, limit],
  });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(row => discretion.veiled(shown(row)) as object),
    next: rows.length > limit && last ? cursors.write(last.dueOn, last.part) : null,
  };
}
