import type { Pool } from 'pg';
import { z } from 'zod';
import { events, isEventType, partnershipStream } from '@palabre/contracts';
import type { Access } from './access.js';
import { limitField, pageText, readCursor, writeCursor } from './page.js';
import { freshnessFields } from './read-your-writes.js';

export const historyQuery = z.strictObject({ ...freshnessFields, limit: limitField, cursor: z.string().max(400).optional() });

interface Row {
  version: string;
  type: string;
  attributes: string;
  payload: string;
}

/** Attributes stay, so that the chain can be followed; the data of a protected case do not leave (MDM-68). */
function envelopeText({ type, attributes, payload }: Row, access: Access): string {
  if (isEventType(type) && events[type].mechanism === 'line' && access.protectedLines.size > 0) {
    const { line, about } = JSON.parse(payload) as { readonly line?: string; readonly about?: string };
    if (line !== undefined && about !== undefined && !access.mayReadCase(line, about))
      return `{"attributes":${attributes},"data":null,"withheld":"MDM-68"}`;
  }
  return `{"attributes":${attributes},"data":${payload}}`;
}

/** The events themselves, byte for byte as the ledger holds them: what an auditor verifies offline. */
export async function listHistory(pool: Pool, access: Access, query: z.infer<typeof historyQuery>): Promise<string> {
  const after = readCursor(query.cursor, 1)?.[0] ?? '0';
  const { rows } = await pool.query<Row>({
    name: 'history',
    text: 'SELECT version, type, attributes, payload FROM ledger WHERE stream = $1 AND version > $2 ORDER BY version LIMIT $3',
    values: [partnershipStream(access.partnership), /^\d{1,15}$/.test(after) ? after : '0', query.limit + 1],
  });
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return pageText(
    `[${page.map(row => envelopeText(row, access)).join(',')}]`,
    rows.length > query.limit && last ? writeCursor([last.version]) : null,
  );
}
