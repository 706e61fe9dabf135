import type { Pool } from 'pg';
import { z } from 'zod';
import { hasRole } from '../../identity/principal.js';
import { cursorField, cursorParts, cursorsOf, limitField, pageText, textField } from '../../reading/page.js';
import type { Reader } from '../../reading/reader.js';

export const alliesQuery = z.strictObject({
  partnership: textField(120).optional(),
  country: textField(300).optional(),
  region: textField(300).optional(),
  limit: limitField,
  cursor: cursorField,
});

const cursors = cursorsOf('allies', cursorParts.name, cursorParts.name);

/** Lines of the graph gathered by place; what was born of a connection hangs on it, whenever it was told. */
const text = `
WITH mine AS (
  SELECT j.* FROM journal j JOIN portfolio p ON p.partnership = j.partnership
  WHERE j.kind IN ('PartnerConnectionMade', 'InitiativeBorn') AND ($1::text IS NULL OR p.organisations @> ARRAY[$1::text])
    AND ($2::text IS NULL OR j.partnership = $2) AND j.partnership <> ALL($8::text[])
), lines AS (
  SELECT coalesce(c.data ->> 'country', '') AS country, coalesce(c.data ->> 'region', '') AS region, c.day, c.partnership, c.part, c.data,
    (SELECT coalesce(json_agg(i.data ->> 'initiative' ORDER BY i.part), '[]') FROM mine i
     WHERE i.kind = 'InitiativeBorn' AND i.partnership = c.partnership AND i.data ->> 'connection' = c.data ->> 'connection') AS initiatives
  FROM mine c WHERE c.kind = 'PartnerConnectionMade'
), places AS (
  SELECT country, region, count(*)::int AS connections,
    (SELECT json_agg(DISTINCT named) FROM lines l, jsonb_array_elements_text(coalesce(l.data -> 'between', '[]'::jsonb)) AS named
     WHERE l.country = lines.country AND l.region = lines.region) AS organisations,
    json_agg(json_build_object('partnership', partnership, 'day', day, 'connection', data -> 'connection', 'between', data -> 'between',
      'context', data -> 'context', 'initiatives', initiatives) ORDER BY day, partnership, part) AS made
  FROM lines WHERE ($3::text IS NULL OR country = $3) AND ($4::text IS NULL OR region = $4)
    AND ($5::text IS NULL OR (country, region) > ($5, $6))
  GROUP BY country, region ORDER BY country, region LIMIT $7::int + 1
), page AS (SELECT *, row_number() OVER (ORDER BY country, region) AS n FROM places)
SELECT coalesce(json_agg(json_build_object('country', nullif(country, ''), 'region', nullif(region, ''), 'connections', connections,
    'organisations', coalesce(organisations, '[]'), 'made', made) ORDER BY n) FILTER (WHERE n <= $7::int), '[]')::text AS items,
  max(country) FILTER (WHERE n = $7::int) AS country, max(region) FILTER (WHERE n = $7::int) AS region, count(*)::int AS found
FROM page`;

interface Row {
  items: string;
  country: string | null;
  region: string | null;
  found: number;
}

/** The network of allies by country and region, as connections made it grow, each with the initiatives born of it (AGI-37). */
export async function listAllies(pool: Pool, reader: Reader, asked: z.infer<typeof alliesQuery>): Promise<string> {
  const own = hasRole(reader, 'auditor') ? null : reader.organisation;
  const after = cursors.read(asked.cursor);
  const { rows } = await pool.query<Row>({
    name: 'allies',
    text,
    values: [
      own,
      asked.partnership ?? null,
      asked.country ?? null,
      asked.region ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      asked.limit,
      reader.masked,
    ],
  });
  const row = rows[0];
  const more = row !== undefined && row.found > asked.limit && row.country !== null && row.region !== null;
  return pageText(row?.items ?? '[]', more ? cursors.write(row.country ?? '', row.region ?? '') : null);
}
