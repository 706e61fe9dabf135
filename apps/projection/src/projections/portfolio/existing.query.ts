import type { Pool } from 'pg';
import { z } from 'zod';
import { partnershipThemes } from '@palabre/contracts';
import { hasRole } from '../../identity/principal.js';
import type { Access } from '../../reading/access.js';
import { cursorField, cursorParts, cursorsOf, limitField, pageText, textField } from '../../reading/page.js';
import type { Reader } from '../../reading/reader.js';
import { freshnessFields } from '../../reading/read-your-writes.js';

/** The directory of existing partnerships, by theme and by words (PMP-05). */
export const existingQuery = z.strictObject({
  theme: z.enum(partnershipThemes).optional(),
  /** Words of the title. */
  search: textField(120).optional(),
  limit: limitField,
  cursor: cursorField,
});

/** The same directory, asked by the themes and the words of an idea: nothing more has to be said. */
export const existingForIdeaQuery = z.strictObject({ ...freshnessFields, limit: limitField, cursor: cursorField });

const cursors = cursorsOf('existing', cursorParts.version, cursorParts.name);

const themesOf = (doc: string): string =>
  `coalesce((SELECT array_agg(t) FROM jsonb_array_elements_text(${doc} -> 'idea' -> 'themes') t), '{}')`;

/** What an idea says of itself in words that may be read: its title, the problem, the change that is sought. */
const toldBy = (title: string, doc: string): string =>
  `concat_ws(' ', ${title}, ${['problem', 'desiredChange']
    .map(field => `CASE jsonb_typeof(${doc} -> 'idea' -> '${field}') WHEN 'string' THEN ${doc} -> 'idea' ->> '${field}' END`)
    .join(', ')})`;

/** Words of a title without endings, and without those that every title has, in French or in English. */
const wordsOf = (title: string): string =>
  `ARRAY(SELECT word FROM unnest(tsvector_to_array(to_tsvector('french', ${title}))) word WHERE ts_lexize('english_stem', word) <> '{}')`;

const common = (one: string, other: string): string =>
  `(SELECT count(*)::int FROM (SELECT unnest(${one}) INTERSECT SELECT unnest(${other})) c)`;

/** $3 themes, $4 words of a title, $5 the partnership that asks. Both empty: everything. Ideas given up are no partnerships. */
const text = `
WITH asked AS (SELECT $3::text[] AS themes, ${wordsOf('$4::text')} AS words),
matched AS (
  SELECT p.partnership, p.title, p.type, p.phase, p.standing, p.rehearsal, p.organisations, ${themesOf('f.doc')} AS themes,
    ${common(themesOf('f.doc'), 'asked.themes')} AS shared_themes, ${common(wordsOf('p.title'), 'asked.words')} AS shared_words,
    cardinality(asked.themes) = 0 AND cardinality(asked.words) = 0 AS all_of_them
  FROM asked, portfolio p JOIN file f ON f.partnership = p.partnership AND f.part = 'head'
  WHERE ($1::boolean OR p.organisations @> ARRAY[$2::text]) AND p.partnership IS DISTINCT FROM $5 AND p.standing NOT IN ('discarded', 'failed') AND p.partnership <> ALL($10::text[])
), ranked AS (
  SELECT *, 10000 - 100 * least(shared_themes, 99) - least(shared_words, 99) AS rank FROM matched
  WHERE all_of_them OR ($6::boolean AND (shared_themes > 0 OR shared_words > 0))
    OR (NOT $6::boolean AND (cardinality($3::text[]) = 0 OR shared_themes > 0) AND ($4::text = '' OR shared_words > 0))
), page AS (
  SELECT *, row_number() OVER (ORDER BY rank, partnership) AS n FROM ranked
  WHERE $7::int IS NULL OR (rank, partnership) > ($7::int, $8::text) ORDER BY rank, partnership LIMIT $9::int + 1
)
SELECT coalesce(json_agg(json_build_object('id', partnership, 'title', title, 'type', type, 'phase', phase, 'standing', standing, 'rehearsal', rehearsal,
    'organisations', organisations, 'themes', themes, 'sharedThemes', shared_themes, 'sharedWords', shared_words) ORDER BY n)
    FILTER (WHERE n <= $9::int), '[]')::text AS items,
  max(rank) FILTER (WHERE n = $9::int) AS last_rank, max(partnership) FILTER (WHERE n = $9::int) AS last_id, count(*)::int AS found
FROM page`;

interface Row {
  items: string;
  last_rank: number | null;
  last_id: string | null;
  found: number;
}

interface Asked {
  readonly themes: readonly string[];
  readonly words: string;
  readonly partnership: string | null;
  /** One of both is enough: an idea is compared, a person asks for both. */
  readonly either: boolean;
}

async function search(
  pool: Pool,
  reader: Reader,
  { themes, words, partnership, either }: Asked,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<string> {
  const after = cursors.read(cursor);
  const { rows } = await pool.query<Row>({
    name: 'existing',
    text,
    values: [
      hasRole(reader, 'auditor'),
      reader.organisation,
      themes,
      words,
      partnership,
      either,
      after === null ? null : Number(after[0]),
      after?.[1] ?? null,
      limit,
      reader.masked,
    ],
  });
  const row = rows[0];
  if (!row) return pageText('[]', null);
  const more = row.found > limit && row.last_rank !== null && row.last_id !== null;
  return pageText(row.items, more ? cursors.write(String(row.last_rank), row.last_id ?? '') : null);
}

/** Partnerships that the caller may see, by theme and words. A page as JSON text. */
export const listExisting = (pool: Pool, reader: Reader, { theme, search: words, ...page }: z.infer<typeof existingQuery>) =>
  search(pool, reader, { themes: theme === undefined ? [] : [theme], words: words ?? '', partnership: null, either: false }, page);

/** What is there already on what this idea is about: by its themes, and by titles that share a word with its text. */
export async function listExistingFor(
  pool: Pool,
  reader: Reader,
  access: Access,
  page: z.infer<typeof existingForIdeaQuery>,
): Promise<string> {
  const { rows } = await pool.query<{ words: string; themes: string[] }>({
    name: 'existing-idea',
    text: `SELECT ${toldBy('p.title', 'f.doc')} AS words, ${themesOf('f.doc')} AS themes FROM portfolio p JOIN file f ON f.partnership = p.partnership AND f.part = 'head' WHERE p.partnership = $1`,
    values: [access.partnership],
  });
  const idea = rows[0];
  return search(
    pool,
    reader,
    { themes: idea?.themes ?? [], words: idea?.words ?? '', partnership: access.partnership, either: true },
    page,
  );
}
