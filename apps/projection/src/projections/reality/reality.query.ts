import type { Pool } from 'pg';
import { z } from 'zod';
import { hasRole } from '../../identity/principal.js';
import { cursorField, cursorParts, cursorsOf, flagField, limitField, textField } from '../../reading/page.js';
import type { Reader } from '../../reading/reader.js';
import type { RealityDoc } from './reality.entity.js';

export const realityQuery = z.strictObject({
  type: textField(12).optional(),
  /** True: only where the label and what happened part. */
  differing: flagField.optional(),
  limit: limitField,
  cursor: cursorField,
});

const cursors = cursorsOf('reality', cursorParts.name);

interface Row {
  readonly partnership: string;
  readonly title: string;
  readonly doc: RealityDoc;
}

/** Each partnership's label beside what its history shows (MDM-33): the caller's own, an auditor's are all. */
export async function listReality(
  pool: Pool,
  reader: Reader,
  query: z.infer<typeof realityQuery>,
): Promise<{ items: readonly object[]; next: string | null }> {
  const { rows } = await pool.query<Row>({
    name: 'reality',
    text: `SELECT r.partnership, p.title, r.doc FROM reality r JOIN portfolio p ON p.partnership = r.partnership
           WHERE ($1::text IS NULL OR p.organisations @> ARRAY[$1::text]) AND ($2::text IS NULL OR r.doc ->> 'type' = $2)
             AND ($3::boolean IS NULL OR (r.doc -> 'differences' <> '[]') = $3) AND ($4::text IS NULL OR r.partnership > $4)
             AND r.partnership <> ALL($6::text[])
           ORDER BY r.partnership LIMIT $5`,
    values: [
      hasRole(reader, 'auditor') ? null : reader.organisation,
      query.type ?? null,
      query.differing ?? null,
      cursors.read(query.cursor)?.[0] ?? null,
      query.limit + 1,
      reader.masked,
    ],
  });
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map(({ partnership, title, doc }) => ({ partnership, title, ...doc })),
    next: rows.length > query.limit && last ? cursors.write(last.partnership) : null,
  };
}
