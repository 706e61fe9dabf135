import type { Pool } from 'pg';
import { z } from 'zod';
import { phases, standings } from '@palabre/contracts';
import { hasRole } from '../../identity/principal.js';
import { cursorField, cursorParts, cursorsOf, likeLiteral, limitField, pageText, textField } from '../../reading/page.js';
import type { Reader } from '../../reading/reader.js';

export const portfolioQuery = z.strictObject({
  phase: z.enum(phases).optional(),
  type: textField(12).optional(),
  standing: z.enum(standings).optional(),
  /** Organisation that is a party. */
  party: textField(120).optional(),
  /** Words of the title. */
  search: textField(120).optional(),
  /** Words of the rights that it pursues (MDM-21). */
  rights: textField(120).optional(),
  /** Words of the people concerned: of its idea, or of the project that it begins with (MDM-21). */
  people: textField(120).optional(),
  limit: limitField,
  cursor: cursorField,
});

const cursors = cursorsOf('portfolio', cursorParts.instant, cursorParts.name);

/** Finds words in fields of the idea; one that was sealed holds no words. */
const ideaSays = (words: string, ...fields: readonly string[]): string => `
  SELECT FROM file f, unnest(ARRAY[${fields.map(field => `f.doc -> 'idea' -> ${field}`).join(', ')}]) told
  WHERE f.partnership = p.partnership AND f.part = 'head' AND jsonb_typeof(told) = 'string' AND told #>> '{}' ILIKE ${words}`;

const text = `
WITH page AS (
  SELECT p.*, masked, row_number() OVER (ORDER BY opened_at DESC, partnership DESC) AS n FROM portfolio p, LATERAL (SELECT partnership = ANY($10::text[]) AS masked) m
  WHERE ($1::text IS NULL OR organisations @> ARRAY[$1::text])
    AND ($2::text IS NULL OR phase = $2) AND ($3::text IS NULL OR type = $3) AND ($4::text IS NULL OR standing = $4)
    AND ($5::text IS NULL OR (organisations @> ARRAY[$5::text] AND NOT masked)) AND ($6::text IS NULL OR (title ILIKE $6 AND NOT masked))
    AND ($11::text IS NULL OR (NOT masked AND EXISTS (${ideaSays('$11', "'rightsServed'")})))
    AND ($12::text IS NULL OR (NOT masked AND EXISTS (${ideaSays('$12', "'peopleConcerned'", "'project' -> 'population'")})))
    AND ($7::timestamptz IS NULL OR (opened_at, partnership) < ($7::timestamptz, $8::text))
  ORDER BY opened_at DESC, partnership DESC LIMIT $9::int + 1
)
SELECT coalesce(json_agg(json_build_object(
    'id', partnership, 'version', version, 'title', CASE WHEN NOT masked THEN title END, 'type', type, 'typeName', type_name, 'phase', phase,
    'standing', standing, 'charter', CASE WHEN NOT masked THEN charter END, 'rehearsal', rehearsal, 'parties', CASE WHEN NOT masked THEN parties END,
    'protection', CASE WHEN masked THEN 'masked' WHEN EXISTS (SELECT 1 FROM protection g WHERE g.partnership = page.partnership) THEN 'in-clear' END, 'openedAt', opened_at, 'movedAt', moved_at,
    'openTasks', (SELECT count(*) FROM inbox i WHERE i.partnership = page.partnership),
    'nextDeadline', (SELECT min(due_at) FROM deadlines d WHERE d.partnership = page.partnership AND d.state = 'to-come')
  ) ORDER BY n) FILTER (WHERE n <= $9::int), '[]')::text AS items,
  max(opened_at::text) FILTER (WHERE n = $9::int) AS last_opened, max(partnership) FILTER (WHERE n = $9::int) AS last_id, count(*)::int AS found
FROM page`;

interface Row {
  items: string;
  last_opened: string | null;
  last_id: string | null;
  found: number;
}

/**
 * The caller's partnerships, newest first; an auditor's are all. A protected file that is not for the caller keeps its place
 * without a name, and is found by none. Answers a page as JSON text.
 */
export async function listPortfolio(pool: Pool, reader: Reader, query: z.infer<typeof portfolioQuery>): Promise<string> {
  const own = hasRole(reader, 'auditor') ? null : reader.organisation;
  const after = cursors.read(query.cursor);
  const { rows } = await pool.query<Row>({
    name: 'portfolio',
    text,
    values: [
      own,
      query.phase ?? null,
      query.type ?? null,
      query.standing ?? null,
      query.party ?? null,
      query.search === undefined ? null : likeLiteral(query.search),
      after?.[0] ?? null,
      after?.[1] ?? null,
      query.limit,
      reader.masked,
      query.rights === undefined ? null : likeLiteral(query.rights),
      query.people === undefined ? null : likeLiteral(query.people),
    ],
  });
  const row = rows[0];
  if (!row) return pageText('[]', null);
  const next =
    row.found > query.limit && row.last_opened !== null && row.last_id !== null ? cursors.write(row.last_opened, row.last_id) : null;
  return pageText(row.items, next);
}
