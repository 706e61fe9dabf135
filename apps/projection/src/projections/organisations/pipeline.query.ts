import type { Pool } from 'pg';
import { z } from 'zod';
import { hasRole } from '../../identity/principal.js';
import { cursorField, cursorParts, cursorsOf, limitField, pageText, textField } from '../../reading/page.js';
import type { Reader } from '../../reading/reader.js';

/** Where a partner stands on the way of resources, from first talks to a renewed agreement (HFA-13). */
export const pipelinePositions = ['prospect', 'signed', 'running', 'accounted-for', 'renewed'] as const;

export const pipelineQuery = z.strictObject({
  position: z.enum(pipelinePositions).optional(),
  /** Partner. */
  organisation: textField(120).optional(),
  limit: limitField,
  cursor: cursorField,
});

const cursors = cursorsOf('pipeline', cursorParts.name, cursorParts.name);

/** The last of these facts is the position; without one it is still a prospect. */
const text = `
WITH places AS (
  SELECT x.value AS organisation, p.partnership, p.title, p.type, p.phase, p.standing, p.rehearsal, coalesce(m.position, 'prospect') AS position,
    coalesce(m.fact_at, p.opened_at) AS since
  FROM portfolio p CROSS JOIN LATERAL jsonb_each_text(p.parties) x
    LEFT JOIN LATERAL (
      SELECT v.position, t.fact_at FROM timeline t JOIN (VALUES ('AgreementSigned', 'signed'), ('ImplementationStarted', 'running'),
        ('AccountRendered', 'accounted-for'), ('ReportsApprovedByAssembly', 'accounted-for'), ('AgreementRenewed', 'renewed')) v (type, position)
        ON v.type = t.type
      WHERE t.partnership = p.partnership ORDER BY t.part DESC LIMIT 1) m ON true
  WHERE ($2::boolean OR (p.organisations @> ARRAY[$1::text] AND x.value <> $1)) AND ($3::text IS NULL OR x.value = $3) AND p.partnership <> ALL($8::text[])
), page AS (
  SELECT *, row_number() OVER (ORDER BY organisation, partnership) AS n FROM places
  WHERE ($4::text IS NULL OR position = $4) AND ($5::text IS NULL OR (organisation, partnership) > ($5::text, $6::text))
  ORDER BY organisation, partnership LIMIT $7::int + 1
)
SELECT coalesce(json_agg(json_build_object('organisation', organisation, 'partnership', partnership, 'title', title, 'type', type, 'phase', phase,
    'standing', standing, 'rehearsal', rehearsal, 'position', position, 'since', since) ORDER BY n) FILTER (WHERE n <= $7::int), '[]')::text AS items,
  max(organisation) FILTER (WHERE n = $7::int) AS last_organisation, max(partnership) FILTER (WHERE n = $7::int) AS last_id, count(*)::int AS found
FROM page`;

interface Row {
  items: string;
  last_organisation: string | null;
  last_id: string | null;
  found: number;
}

/** Each partner with each partnership that the caller may see, and how far it has come. A page as JSON text. */
export async function listPipeline(pool: Pool, reader: Reader, query: z.infer<typeof pipelineQuery>): Promise<string> {
  const after = cursors.read(query.cursor);
  const { rows } = await pool.query<Row>({
    name: 'pipeline',
    text,
    values: [
      reader.organisation,
      hasRole(reader, 'auditor'),
      query.organisation ?? null,
      query.position ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      query.limit,
      reader.masked,
    ],
  });
  const row = rows[0];
  if (!row) return pageText('[]', null);
  const more = row.found > query.limit && row.last_organisation !== null && row.last_id !== null;
  return pageText(row.items, more ? cursors.write(row.last_organisation ?? '', row.last_id ?? '') : null);
}
