import type { Pool } from 'pg';
import { z } from 'zod';
import { mayLeave } from '../../reading/reader.js';
import { cursorField, cursorParts, cursorsOf, limitField, pageText, textField } from '../../reading/page.js';

export const directoryQuery = z.strictObject({
  country: textField(300).optional(),
  region: textField(300).optional(),
  limit: limitField,
  cursor: cursorField,
});

const cursors = cursorsOf('directory', cursorParts.name);

/** The last word of an organisation about itself counts, in whichever file it was said. */
const text = `
WITH told AS (
  SELECT DISTINCT ON (organisation) p.parties ->> j.party AS organisation, j.data, j.partnership
  FROM journal j JOIN portfolio p ON p.partnership = j.partnership
  WHERE j.kind = 'DirectoryListingSet' ORDER BY organisation, j.told_at DESC, j.partnership, j.part DESC
), page AS (
  SELECT organisation, data, row_number() OVER (ORDER BY organisation) AS n FROM told
  WHERE (data ->> 'listed')::boolean AND ${mayLeave('told')} AND ($1::text IS NULL OR data ->> 'country' = $1) AND ($2::text IS NULL OR data ->> 'region' = $2)
    AND ($3::text IS NULL OR organisation > $3)
  ORDER BY organisation LIMIT $4::int + 1
)
SELECT coalesce(json_agg(json_build_object(
    'organisation', organisation, 'country', data -> 'country', 'region', data -> 'region', 'seeks', data -> 'seeks'
  ) ORDER BY n) FILTER (WHERE n <= $4::int), '[]')::text AS items,
  max(organisation) FILTER (WHERE n = $4::int) AS last, count(*)::int AS found
FROM page`;

interface Row {
  items: string;
  last: string | null;
  found: number;
}

/** Organisations that want to be found by other partners: those that listed themselves, and no other (ALE-15). */
export async function listDirectory(pool: Pool, asked: z.infer<typeof directoryQuery>): Promise<string> {
  const after = cursors.read(asked.cursor)?.[0] ?? null;
  const { rows } = await pool.query<Row>({
    name: 'directory',
    text,
    values: [asked.country ?? null, asked.region ?? null, after, asked.limit],
  });
  const row = rows[0];
  return pageText(row?.items ?? '[]', row && row.found > asked.limit && row.last !== null ? cursors.write(row.last) : null);
}
