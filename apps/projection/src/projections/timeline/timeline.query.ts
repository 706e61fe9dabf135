import type { Pool } from 'pg';
import { z } from 'zod';
import { events, isEventType, partnershipStream, type Localized } from '@palabre/contracts';
import type { Access } from '../../reading/access.js';
import type { Discretion, Withheld } from '../../reading/discretion.js';
import { cursorField, cursorParts, cursorsOf, flagField, limitField } from '../../reading/page.js';
import { freshnessFields } from '../../reading/read-your-writes.js';
import { timelineProjection } from './timeline.projection.js';
import type { TimelineRow } from './timeline.entity.js';
import { modelTable } from '../model-table.js';
import { paddedVersion } from '../projection.js';

export const timelineQuery = z.strictObject({
  ...freshnessFields,
  /** true: refusals only; false: without them. */
  refused: flagField.optional(),
  order: z.enum(['asc', 'desc']).default('asc'),
  limit: limitField,
  cursor: cursorField,
});

const cursors = cursorsOf('timeline', cursorParts.paddedVersion);

const columns = modelTable(timelineProjection, 1).load.replace(/ FROM .*$/s, ' FROM timeline');

const protectedFact: Localized = { fr: 'Fait protégé', en: 'Protected fact' };

const protectedWords = {
  type: 'protected',
  actor: 'protected',
  actorRole: 'protected',
  party: 'protected',
  cause: 'protected',
  correlation: 'protected',
} as const;

/** Who may not read a protected case sees that something happened, not what, to whom or by whom; of a restricted text, why. */
function shown(row: TimelineRow, withheld: Withheld | null): object {
  const { part: _part, partnership: _partnership, ...line } = row;
  const says = isEventType(row.type) ? events[row.type].says : null;
  if (withheld === null) return { ...line, says, protected: false };
  if (withheld.rule === 'MDM-17') return { ...line, says, reason: null, protected: false, restricted: withheld };
  const { type, version, recordedAt, factAt, refused } = row;
  if (withheld.rule === 'S-07') return { ...line, ...protectedWords, type, says, protected: true };
  const command = refused ? 'protected' : null;
  const rest = { reason: null, rule: withheld.rule, command, line: null, about: null, protected: true };
  const fact = withheld.rule === 'AGI-02' ? { type: row.type, says } : { says: protectedFact };
  return { version, recordedAt, factAt, refused, ...protectedWords, ...rest, ...fact };
}

/** What each line is about is told by the event itself: the ledger is asked for those of the page. */
async function withheldOn(
  pool: Pool,
  access: Access,
  discretion: Discretion,
  page: readonly TimelineRow[],
): Promise<Map<number, Withheld>> {
  const found = new Map<number, Withheld>();
  if (discretion.open || page.length === 0) return found;
  const { rows } = await pool.query<{ version: string; type: string; payload: string }>({
    name: 'timeline-payloads',
    text: 'SELECT version, type, payload FROM ledger WHERE stream = $1 AND version = ANY($2::bigint[])',
    values: [partnershipStream(access.partnership), page.map(row => row.version)],
  });
  for (const { version, type, payload } of rows) {
    const withheld = discretion.withholds(type, JSON.parse(payload));
    if (withheld !== null) found.set(Number(version), withheld);
  }
  return found;
}

/** The history of one partnership, line by line: what happened and what was refused, by whom, why, caused by what. */
export async function listTimeline(
  pool: Pool,
  access: Access,
  discretion: Discretion,
  query: z.infer<typeof timelineQuery>,
): Promise<{ items: object[]; next: string | null }> {
  const after = cursors.read(query.cursor)?.[0] ?? null;
  const direction = query.order === 'asc' ? '>' : '<';
  const { rows } = await pool.query<{ row: string }>({
    name: `timeline-${query.order}`,
    text: `${columns} WHERE partnership = $1 AND version <= $5 AND ($2::boolean IS NULL OR refused = $2) AND ($3::text IS NULL OR part ${direction} $3)
           ORDER BY part ${query.order} LIMIT $4`,
    values: [access.partnership, query.refused ?? null, after, query.limit + 1, access.version],
  });
  const page = rows.slice(0, query.limit).map(({ row }) => JSON.parse(row) as TimelineRow);
  const last = page.at(-1);
  const withheld = await withheldOn(pool, access, discretion, page);
  return {
    items: page.map(row => shown(row, withheld.get(row.version) ?? null)),
    next: rows.length > query.limit && last ? cursors.write(paddedVersion(last.version)) : null,
  };
}
