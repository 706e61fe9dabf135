import type { Pool } from 'pg';
import { z } from 'zod';
import { hasRole, type Principal } from '../../identity/principal.js';
import { cursorField, cursorParts, cursorsOf, limitField, textField } from '../../reading/page.js';
import type { Reader } from '../../reading/reader.js';
import { stepsWithoutPartner, type HeldReview, type StepWithoutPartner } from '../reviews/design-steps.js';
import type { ActionDoc, TeamYearDoc } from './teamwork.entity.js';

const paged = { team: textField(120).optional(), limit: limitField, cursor: cursorField };

export const improvementsQuery = z.strictObject({ state: z.enum(['open', 'done']).optional(), ...paged });
export const teamYearsQuery = z.strictObject(paged);

const cursors = {
  improvements: cursorsOf('improvements', cursorParts.name, cursorParts.name),
  teams: cursorsOf('teams', cursorParts.name, cursorParts.name),
};

interface PageOf<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

async function rowsOf<Doc>(
  pool: Pool,
  principal: Principal,
  { list, kind }: { list: keyof typeof cursors; kind: string },
  query: { team?: string | undefined; state?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<PageOf<Doc & { readonly organisation: string }>> {
  const after = cursors[list].read(query.cursor);
  const { rows } = await pool.query<{ organisation: string; part: string; doc: Doc }>({
    name: `teamwork-${list}`,
    text: `SELECT partnership AS organisation, part, doc FROM teamwork WHERE kind = $1 AND ($2::text IS NULL OR partnership = $2)
             AND ($3::text IS NULL OR doc ->> 'team' = $3) AND ($4::text IS NULL OR doc ->> 'state' = $4)
             AND ($5::text IS NULL OR (partnership, part) > ($5, $6)) ORDER BY partnership, part LIMIT $7`,
    values: [
      kind,
      hasRole(principal, 'auditor') ? null : principal.organisation,
      query.team ?? null,
      query.state ?? null,
      after?.[0] ?? null,
      after?.[1] ?? null,
      query.limit + 1,
    ],
  });
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map(({ organisation, doc }) => ({ organisation, ...doc })),
    next: rows.length > query.limit && last ? cursors[list].write(last.organisation, last.part) : null,
  };
}

/** Plans of country teams: each action with the item of a reflection or survey that it answers (ALE-40). */
export const listImprovements = (pool: Pool, principal: Principal, query: z.infer<typeof improvementsQuery>): Promise<PageOf<ActionDoc>> =>
  rowsOf<ActionDoc>(pool, principal, { list: 'improvements', kind: 'action' }, query);

/**
 * Reviews of the partnerships that a team works in, held since its year before and until this one was told: what its yearly review
 * has to look at. A protected file that is not for the caller is left out.
 */
const reviewsOfYears = `
WITH years AS (
  SELECT partnership AS organisation, doc ->> 'team' AS team, (doc ->> 'round')::int AS round, at,
    lag(at) OVER (PARTITION BY partnership, doc ->> 'team' ORDER BY part) AS since
  FROM teamwork WHERE kind = 'team-year' AND partnership = ANY($1)
)
SELECT y.organisation, y.team, y.round, p.partnership, p.charter, r.doc
FROM years y JOIN portfolio p ON p.organisations @> ARRAY[y.organisation] AND p.partnership <> ALL($2::text[])
  JOIN reviews r ON r.partnership = p.partnership AND r.kind = 'review' AND r.at <= y.at AND (y.since IS NULL OR r.at > y.since)
WHERE EXISTS (SELECT 1 FROM organisations o
  WHERE o.partnership = ANY(p.organisations) AND o.partnership <> y.organisation AND o.country_team = y.team)
ORDER BY p.partnership, r.part`;

type OfYear = Pick<TeamYearDoc, 'team' | 'round'> & { readonly organisation: string };

const isSameYear = (one: OfYear, other: OfYear): boolean =>
  one.organisation === other.organisation && one.team === other.team && one.round === other.round;

/** A team in a year, with the steps of design that its partners had no part in (ALE-09). */
export type TeamYear = TeamYearDoc & { readonly organisation: string; readonly designWithoutPartner: readonly StepWithoutPartner[] };

/** Teams year by year: their review, and whether their officers had the means (ALE-61, ALE-67). */
export async function listTeamYears(pool: Pool, reader: Reader, query: z.infer<typeof teamYearsQuery>): Promise<PageOf<TeamYear>> {
  const { items, next } = await rowsOf<TeamYearDoc>(pool, reader, { list: 'teams', kind: 'team-year' }, query);
  const { rows } = await pool.query<OfYear & HeldReview>({
    name: 'teams-reviews',
    text: reviewsOfYears,
    values: [[...new Set(items.map(({ organisation }) => organisation))], reader.masked],
  });
  return {
    items: items.map(year => ({ ...year, designWithoutPartner: rows.filter(row => isSameYear(row, year)).flatMap(stepsWithoutPartner) })),
    next,
  };
}
