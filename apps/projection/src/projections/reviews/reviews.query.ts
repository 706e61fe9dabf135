import type { Pool } from 'pg';
import { z } from 'zod';
import type { Access } from '../../reading/access.js';
import { cursorField, cursorParts, cursorsOf, limitField } from '../../reading/page.js';
import { freshnessFields } from '../../reading/read-your-writes.js';
import { policyOf, qualityTags } from '../balance/beside.js';
import type { ReviewRow } from './reviews.entity.js';
import { byQuality } from './scores.js';

export const reviewsQuery = z.strictObject({
  ...freshnessFields,
  kind: z.enum(['review', 'reflection', 'self-assessment']).default('review'),
  limit: limitField,
  cursor: cursorField,
});

const cursors = cursorsOf('reviews', cursorParts.name, cursorParts.name);

/** The axes on which the charter reads its reviews; none for a charter that tags no question. */
const qualitiesIn = (doc: ReviewRow['doc'], tags: Readonly<Record<string, string>>): object =>
  'questions' in doc && Object.keys(tags).length > 0 ? { qualities: byQuality(doc.questions, tags) } : {};

type Shown = Pick<ReviewRow, 'part' | 'version' | 'doc'> & { readonly at: Date };

/** Reviews of one partnership round by round, or its reflections, or its self-assessments. Scores alone: words stay in the file. */
export async function listReviews(
  pool: Pool,
  access: Access,
  query: z.infer<typeof reviewsQuery>,
): Promise<{ items: readonly object[]; next: string | null }> {
  const after = cursors.read(query.cursor);
  const { rows } = await pool.query<Shown>({
    name: 'reviews',
    text: `SELECT part, version, at, doc FROM reviews WHERE partnership = $1 AND kind = $2 AND version <= $3 AND ($4::text IS NULL OR part > $4)
           ORDER BY part LIMIT $5`,
    values: [access.partnership, query.kind, access.version, after?.[0] === query.kind ? after[1] : null, query.limit + 1],
  });
  const tags = query.kind === 'review' ? qualityTags(await policyOf(pool, access.partnership)) : {};
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map(({ version, at, doc }) => ({ version, at: at.toISOString(), ...doc, ...qualitiesIn(doc, tags) })),
    next: rows.length > query.limit && last ? cursors.write(query.kind, last.part) : null,
  };
}
