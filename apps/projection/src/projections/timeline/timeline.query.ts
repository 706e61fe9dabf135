import type { Pool } from 'pg';
import { z } from 'zod';
import { events, isEventType } from '@palabre/contracts';
import type { Access } from '../../reading/access.js';
import { flagField, limitField, readCursor, writeCursor } from '../../reading/page.js';
import { freshnessFields } from '../../reading/read-your-writes.js';
import { timelinePart, timelineProjection } from './timeline.projection.js';
import type { TimelineRow } from './timeline.entity.js';
import { modelTable } from '../model-table.js';

export const timelineQuery = z.strictObject({
  ...freshnessFields,
  /** true: refusals only; false: without them. */
  refused: flagField.optional(),
  order: z.enum(['asc', 'desc']).default('asc'),
  limit: limitField,
  cursor: z.string().max(400).optional(),
});

const columns = modelTable(timelineProjection, 1).load.replace(/ FROM .*$/s, ' FROM timeline');

/** Who may not read a protected case sees that something happened, not what, to whom or by whom. */
function shown(row: TimelineRow, access: Access): object {
  const { part: _part, partnership: _partnership, ...line } = row;
  const says = isEventType(row.type) ? events[row.type].says : null;
  if (row.line === null || row.about === null || access.mayReadCase(row.line, row.about)) return { ...line, says, protected: false };
  return {
    ...line,
    says,
    actor: 'protected',
    actorRole: 'protected',
    party: 'protected',
    reason: null,
    line: null,
    about: null,
    protected: true,
  };
}

/** The history of one partnership, line by line: what happened and what was refused, by whom, why, caused by what. */
export async function listTimeline(
  pool: Pool,
  access: Access,
  query: z.infer<typeof timelineQuery>,
): Promise<{ items: object[]; next: string | null }> {
  const after = readCursor(query.cursor, 1)?.[0] ?? null;
  const direction = query.order === 'asc' ? '>' : '<';
  const { rows } = await pool.query<{ row: string }>({
    name: `timeline-${query.order}`,
    text: `${columns} WHERE partnership = $1 AND ($2::boolean IS NULL OR refused = $2) AND ($3::text IS NULL OR part ${direction} $3)
           ORDER BY part ${query.order} LIMIT $4`,
    values: [access.partnership, query.refused ?? null, after, query.limit + 1],
  });
  const page = rows.slice(0, query.limit).map(({ row }) => JSON.parse(row) as TimelineRow);
  const last = page.at(-1);
  return {
    items: page.map(row => shown(row, access)),
    next: rows.length > query.limit && last ? writeCursor([timelinePart(last.version)]) : null,
  };
}
