import type { Pool } from 'pg';
import { z } from 'zod';
import { hasRole } from '../../identity/principal.js';
import { flagField, textField } from '../../reading/page.js';
import type { Reader } from '../../reading/reader.js';

export const durationsQuery = z.strictObject({
  /** Partnership type; all of them together, type by type, when left out. */
  type: textField(12).optional(),
  /** True: the three procedures of ALE-55 instead of the phases. */
  procedures: flagField.default(false),
});

const seen = `
WITH seen AS (
  SELECT d.kind, d.doc FROM durations d JOIN portfolio p ON p.partnership = d.partnership
  WHERE d.kind = $3 AND ($1::text IS NULL OR p.organisations @> ARRAY[$1::text]) AND ($2::text IS NULL OR d.doc ->> 'type' = $2) AND d.partnership <> ALL($4::text[])
)`;

const median = (value: string): string => `percentile_cont(0.5) WITHIN GROUP (ORDER BY ${value}) FILTER (WHERE doc ->> 'days' IS NOT NULL)`;

const phasesText = `${seen}
SELECT doc ->> 'phase' AS phase, doc ->> 'type' AS type, count(*)::int AS stays, count(*) FILTER (WHERE doc ->> 'until' IS NULL)::int AS open,
  ${median("(doc ->> 'days')::int")} AS "medianDays", max((doc ->> 'days')::int) AS "longestDays"
FROM seen GROUP BY 1, 2 ORDER BY 1, 2`;

const proceduresText = `${seen}
SELECT doc ->> 'procedure' AS procedure, doc ->> 'type' AS type, count(*)::int AS runs, count(*) FILTER (WHERE doc ->> 'until' IS NULL)::int AS open,
  ${median("(doc ->> 'days')::int")} AS "medianDays", sum((doc ->> 'returns')::int)::int AS returns, sum((doc ->> 'documents')::int)::int AS documents
FROM seen GROUP BY 1, 2 ORDER BY 1, 2`;

const simplificationsText = `
SELECT doc ->> 'year' AS year, s ->> 'procedure' AS procedure, s -> 'decision' AS decision FROM teamwork, jsonb_array_elements(doc -> 'simplifications') s
WHERE kind = 'procedures' AND ($1::text IS NULL OR partnership = $1) ORDER BY 1, 2`;

/** Days by phase and type, or the burden of the three procedures with what was decided to make them lighter (PMP-29, ALE-55). */
export async function listDurations(pool: Pool, reader: Reader, query: z.infer<typeof durationsQuery>): Promise<object> {
  const own = hasRole(reader, 'auditor') ? null : reader.organisation;
  const { rows } = await pool.query<object>({
    name: query.procedures ? 'durations-procedures' : 'durations-phases',
    text: query.procedures ? proceduresText : phasesText,
    values: [own, query.type ?? null, query.procedures ? 'procedure' : 'stay', reader.masked],
  });
  if (!query.procedures) return { items: rows, next: null };
  const decided = await pool.query<object>({ name: 'simplifications', text: simplificationsText, values: [own] });
  return { items: rows, simplifications: decided.rows, next: null };
}
