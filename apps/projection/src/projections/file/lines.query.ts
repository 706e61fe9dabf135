import type { Pool } from 'pg';
import { z } from 'zod';
import type { Access } from '../../reading/access.js';
import { cursorField, cursorParts, cursorsOf, limitField } from '../../reading/page.js';
import { freshnessFields } from '../../reading/read-your-writes.js';
import type { CaseView, LinesDoc } from './parts/lines.part.js';

export const linesQuery = z.strictObject({
  ...freshnessFields,
  colour: z.enum(['red', 'orange']).optional(),
  limit: limitField,
  cursor: cursorField,
});

const cursors = cursorsOf('lines', cursorParts.name);

/** How far a case has come: who was heard, what was agreed, what was decided. Never the words. */
function caseLine(one: CaseView, access: Access): object {
  const place = { case: one.case, colour: one.colour, state: one.state, openedAt: one.openedAt, suspends: one.suspends };
  if (!access.mayReadCase(one.line, one.about)) return { ...place, protected: true };
  return {
    ...place,
    line: one.line,
    about: one.about,
    heard: one.statements.length,
    mitigation: one.plan && { agreed: one.plan.agreed, acceptedBy: one.plan.acceptedBy, steps: one.plan.steps.length },
    decidedAt: one.decision?.at ?? null,
    consequence: one.decision?.consequence ?? null,
    protected: access.protectedLines.has(one.line),
  };
}

/** Lines of one partnership that were raised, in order, with how far each has come; of a protected case, that it is there (MDM-68). */
export function casesPage(
  cases: readonly CaseView[],
  access: Access,
  query: z.infer<typeof linesQuery>,
): { items: readonly object[]; next: string | null } {
  const after = cursors.read(query.cursor)?.[0] ?? null;
  const asked = cases.filter(({ colour }) => query.colour === undefined || query.colour === colour);
  const from = after === null ? 0 : asked.findIndex(one => one.case === after) + 1;
  const page = asked.slice(from, from + query.limit);
  const last = page.at(-1);
  return {
    items: page.map(one => caseLine(one, access)),
    next: asked.length > from + query.limit && last ? cursors.write(last.case) : null,
  };
}

export async function listLines(pool: Pool, access: Access, query: z.infer<typeof linesQuery>): Promise<ReturnType<typeof casesPage>> {
  const { rows } = await pool.query<{ doc: LinesDoc }>({
    name: 'lines',
    text: "SELECT doc FROM file WHERE partnership = $1 AND part = 'lines'",
    values: [access.partnership],
  });
  return casesPage(rows[0]?.doc.cases ?? [], access, query);
}
