import type { PoolClient } from 'pg';
import { z } from 'zod';
import type { LedgerEvent } from '../ledger/ledger-event.js';

/** Channel on which every process learns which partnerships moved, and to which version. */
export const movedChannel = 'palabre_moved';

const movedNotice = z.array(z.tuple([z.string(), z.number()]));

/** Partnership id and the version that is shown now. */
export type Moved = readonly [partnership: string, version: number];

/** PostgreSQL carries at most 8000 bytes in a notice; ids have at most 120 characters. */
const perNotice = 55;

/** Tells who listens, once the caller's transaction is committed. */
export async function tellMoved(client: PoolClient, events: readonly LedgerEvent[]): Promise<void> {
  const versions = new Map<string, number>();
  for (const event of events) versions.set(event.partnership, event.version);
  const moved = [...versions];
  const notices: string[] = [];
  for (let from = 0; from < moved.length; from += perNotice) notices.push(JSON.stringify(moved.slice(from, from + perNotice)));
  await client.query({
    name: 'tell-moved',
    text: 'SELECT pg_notify($1, notice) FROM unnest($2::text[]) AS n(notice)',
    values: [movedChannel, notices],
  });
}

export const readMoved = (payload: string): readonly Moved[] => movedNotice.parse(JSON.parse(payload));
