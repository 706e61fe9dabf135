import type { Pool } from 'pg';
import { z } from 'zod';
import { cursorField, cursorParts, cursorsOf, limitField, pageText } from '../../reading/page.js';
import type { Reader } from '../../reading/reader.js';
import { registerScope, seenOrganisations } from './register-scope.js';

/** By what organisations are counted, and where it stands in the table. */
const columns = {
  level: 'o.level',
  country: 'o.country',
  kind: 'o.kind',
  sector: 'o.sector',
  subKind: 'o.sub_kind',
  team: 'o.country_team',
} as const;

const dimension = z.enum(Object.keys(columns) as [keyof typeof columns, ...(keyof typeof columns)[]]);

/** By level and country (ALE-02) when nothing is said; by team and kind it is the diversity of a country team (ALE-65). */
export const organisationCountsQuery = z.strictObject({
  by: dimension.default('level'),
  and: dimension.default('country'),
  limit: limitField,
  cursor: cursorField,
});

const cursors = cursorsOf('organisation-counts', cursorParts.name, cursorParts.name);

const textFor = (by: keyof typeof columns, and: keyof typeof columns): string => `
WITH counted AS (
  SELECT coalesce(${columns[by]}, '') AS first, coalesce(${columns[and]}, '') AS second, count(DISTINCT o.partnership)::int AS organisations,
    count(DISTINCT p.partnership)::int AS partnerships
  FROM organisations o
    LEFT JOIN portfolio p ON p.organisations @> ARRAY[o.partnership] AND ($3::boolean OR p.organisations @> ARRAY[$1::text])
      AND p.partnership <> ALL($7::text[])
  WHERE ${seenOrganisations('$7')} AND ($3::boolean OR o.partnership <> $1)
  GROUP BY 1, 2
), page AS (
  SELECT *, row_number() OVER (ORDER BY first, second) AS n FROM counted
  WHERE $4::text IS NULL OR (first, second) > ($4::text, $5::text) ORDER BY first, second LIMIT $6::int + 1
)
SELECT coalesce(json_agg(json_build_object('${by}', nullif(first, ''), '${and}', nullif(second, ''), 'organisations', organisations,
    'partnerships', partnerships) ORDER BY n) FILTER (WHERE n <= $6::int), '[]')::text AS items,
  max(first) FILTER (WHERE n = $6::int) AS last_first, max(second) FILTER (WHERE n = $6::int) AS last_second, count(*)::int AS found
FROM page`;

interface Row {
  items: string;
  last_first: string | null;
  last_second: string | null;
  found: number;
}

/** How many partner organisations and partnerships there are by two of their marks; what nobody said yet is counted as null. */
export async function listOrganisationCounts(
  pool: Pool,
  reader: Reader,
  { by, and, limit, cursor }: z.infer<typeof organisationCountsQuery>,
): Promise<string> {
  const scope = registerScope(reader);
  const after = cursors.read(cursor);
  const values = [scope.own, scope.whole, scope.audits, after?.[0] ?? null, after?.[1] ?? null, limit, reader.masked];
  const { rows } = await pool.query<Row>({ name: `organisation-counts-${by}-${and}`, text: textFor(by, and), values });
  const row = rows[0];
  if (!row) return pageText('[]', null);
  const more = row.found > limit && row.last_first !== null && row.last_second !== null;
  return pageText(row.items, more ? cursors.write(row.last_first ?? '', row.last_second ?? '') : null);
}
