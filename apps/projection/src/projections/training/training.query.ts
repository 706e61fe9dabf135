import type { Pool } from 'pg';
import { z } from 'zod';
import type { FreeText } from '@palabre/contracts';
import { hasRole } from '../../identity/principal.js';
import { cursorField, cursorParts, cursorsOf, flagField, limitField } from '../../reading/page.js';
import type { Reader } from '../../reading/reader.js';
import { namesOf } from '../organisations/names.query.js';
import { coverageByOrganisation, coverageOf, type FileCoverage, type OrganisationCoverage, type TrainedFile } from './coverage.js';
import type { CourseDoc } from './training.entity.js';

export const trainingQuery = z.strictObject({
  by: z.enum(['partnership', 'organisation']).default('partnership'),
  /** False: only where a course that the charter counts on is missing. */
  covered: flagField.optional(),
  limit: limitField,
  cursor: cursorField,
});

const cursors = cursorsOf('training', cursorParts.name);

/** Living partnerships that the caller may see. */
const files = `
SELECT p.partnership, p.title, p.charter, p.parties, to_char(p.moved_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS today,
  (SELECT t.doc FROM training t WHERE t.partnership = p.partnership AND t.part = 'officer') AS officer,
  (SELECT t.doc FROM training t WHERE t.partnership = p.partnership AND t.part = 'counted-on') AS "countedOn",
  (SELECT coalesce(json_agg(t.doc ORDER BY t.part), '[]'::json) FROM training t WHERE t.partnership = p.partnership AND t.kind = 'followed') AS followed
FROM portfolio p
WHERE ($1::boolean OR p.organisations @> ARRAY[$2::text]) AND p.partnership <> ALL($3::text[]) AND p.standing NOT IN ('closed', 'failed', 'discarded')
ORDER BY p.partnership`;

const courses = `SELECT doc FROM training WHERE kind = 'course' ORDER BY partnership, part`;

type Shown = FileCoverage | OrganisationCoverage;

/** With the name that the register gives to the organisation; null where it knows none. */
type Named = Shown & { readonly name: FreeText | null };

const nameOf = (one: Shown): string => ('partnership' in one ? one.partnership : one.organisation);

/** True where nothing that the charter counts on is missing. */
const isCovered = (one: Shown): boolean => ('covered' in one ? one.covered !== false : one.officers.covered === one.officers.counted);

/** Which officers have followed a course on partnership within the time that their charter counts on, and which have not (MDM-80). */
export async function listTraining(
  pool: Pool,
  reader: Reader,
  { by, covered, limit, cursor }: z.infer<typeof trainingQuery>,
): Promise<{ items: readonly Named[]; next: string | null }> {
  const after = cursors.read(cursor)?.[0] ?? '';
  const [living, held] = await Promise.all([
    pool.query<TrainedFile>({
      name: 'training-files',
      text: files,
      values: [hasRole(reader, 'auditor'), reader.organisation, reader.masked],
    }),
    pool.query<{ doc: CourseDoc }>({ name: 'training-courses', text: courses }),
  ]);
  const records = held.rows.map(({ doc }) => doc);
  const all: readonly Shown[] =
    by === 'organisation' ? coverageByOrganisation(living.rows, records) : living.rows.map(file => coverageOf(file, records));
  const found = all.filter(one => (covered === undefined || isCovered(one) === covered) && nameOf(one) > after);
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const names = await namesOf(
    pool,
    page.map(({ organisation }) => organisation),
  );
  const items = page.map(one => ({ ...one, name: names.get(one.organisation ?? '') ?? null }));
  return { items, next: found.length > limit && last ? cursors.write(nameOf(last)) : null };
}
