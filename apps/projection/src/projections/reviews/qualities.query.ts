import type { Pool } from 'pg';
import type { FreeText } from '@palabre/contracts';
import { z } from 'zod';
import { hasRole } from '../../identity/principal.js';
import { cursorField, cursorParts, cursorsOf, limitField, textField } from '../../reading/page.js';
import type { Reader } from '../../reading/reader.js';
import { qualityTagsOf } from '../balance/beside.js';
import { namesOf } from '../organisations/names.query.js';
import { qualitiesByGroup, type GroupQualities, type LastReview } from './qualities.js';

export const qualitiesQuery = z.strictObject({
  /** Of country teams, by the organisations that they work with, or of organisations. */
  by: z.enum(['team', 'organisation']).default('team'),
  /** Partnerships under this charter only. */
  charter: textField(40).optional(),
  limit: limitField,
  cursor: cursorField,
});

const cursors = cursorsOf('qualities', cursorParts.name, cursorParts.name);

/** The last review of each partnership that the caller may read one by one: a mean of theirs tells nothing of any other. */
const text = `
WITH seen AS (
  SELECT partnership, charter, organisations FROM portfolio
  WHERE ($1::boolean OR organisations @> ARRAY[$2::text]) AND ($3::text IS NULL OR charter = $3) AND partnership <> ALL($4::text[])
), last AS (
  SELECT DISTINCT ON (r.partnership) r.partnership, r.doc -> 'questions' AS questions FROM reviews r JOIN seen USING (partnership)
  WHERE r.kind = 'review' ORDER BY r.partnership, r.part DESC
)
SELECT s.charter, l.questions, CASE WHEN $5 = 'organisation' THEN to_json(s.organisations) ELSE (
    SELECT coalesce(json_agg(DISTINCT o.country_team), '[null]'::json) FROM organisations o
    WHERE o.partnership = ANY(s.organisations) AND o.country_team IS NOT NULL) END AS groups
FROM last l JOIN seen s USING (partnership) ORDER BY l.partnership`;

type Named = GroupQualities & { readonly name?: FreeText };

/** Organisations by the name that the register gives them; teams have no other name than their own. */
async function named(pool: Pool, page: readonly GroupQualities[]): Promise<readonly Named[]> {
  const names = await namesOf(
    pool,
    page.map(({ group }) => group),
  );
  return page.map(one => ({ ...one, ...nameIn(names, one.group) }));
}

const nameIn = (names: ReadonlyMap<string, FreeText>, organisation: string | null): Pick<Named, 'name'> => {
  const name = organisation === null ? undefined : names.get(organisation);
  return name === undefined ? {} : { name };
};

/** Scores by quality of teams or organisations, over the partnerships that the caller may see; charters apart (ALE-20). */
export async function listQualities(
  pool: Pool,
  reader: Reader,
  { by, charter, limit, cursor }: z.infer<typeof qualitiesQuery>,
): Promise<{ items: readonly Named[]; next: string | null }> {
  const after = cursors.read(cursor);
  const { rows } = await pool.query<LastReview>({
    name: 'qualities',
    text,
    values: [hasRole(reader, 'auditor'), reader.organisation, charter ?? null, reader.masked, by],
  });
  const groups = qualitiesByGroup(rows, qualityTagsOf);
  const from = after === null ? 0 : groups.findIndex(one => (one.group ?? '') === after[0] && one.charter === after[1]) + 1;
  const page = groups.slice(from, from + limit);
  const last = page.at(-1);
  const next = groups.length > from + limit && last ? cursors.write(last.group ?? '', last.charter) : null;
  return { items: by === 'organisation' ? await named(pool, page) : page, next };
}
