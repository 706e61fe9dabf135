import type { Pool } from 'pg';
import { z } from 'zod';
import { hasRole, type Principal } from '../../identity/principal.js';
import { cursorField, cursorParts, cursorsOf, limitField, textField } from '../../reading/page.js';
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

/** Teams year by year: their review, and whether their officers had the means (ALE-61, ALE-67). */
export const listTeamYears = (pool: Pool, principal: Principal, query: z.infer<typeof teamYearsQuery>): Promise<PageOf<TeamYearDoc>> =>
  rowsOf<TeamYearDoc>(pool, principal, { list: 'teams', kind: 'team-year' }, query);
