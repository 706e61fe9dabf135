import type { PoolClient } from 'pg';
import { fromLedgerRow, type LedgerEvent } from '../ledger/ledger-event.js';

interface PageRow {
  position: string;
  attributes: string;
  payload: string | null;
}

/**
 * A page of the ledger after a position. `payloadsOf` names the types whose data is needed: only theirs leave the
 * database, which is what makes a rebuild fast; null means all.
 */
export async function ledgerPage(
  client: PoolClient,
  after: bigint,
  limit: number,
  payloadsOf: readonly string[] | null,
): Promise<LedgerEvent[]> {
  const payload = payloadsOf === null ? 'payload' : 'CASE WHEN type = ANY($3) THEN payload END AS payload';
  const { rows } = await client.query<PageRow>({
    name: payloadsOf === null ? 'ledger-page' : 'ledger-page-some',
    text: `SELECT position, attributes, ${payload} FROM ledger WHERE position > $1 ORDER BY position LIMIT $2`,
    values: payloadsOf === null ? [after.toString(), limit] : [after.toString(), limit, payloadsOf],
  });
  return rows.map(fromLedgerRow);
}

/** All events of one stream in order, up to a version. */
export async function streamEvents(client: PoolClient, stream: string, upTo?: number): Promise<LedgerEvent[]> {
  const { rows } = await client.query<PageRow>({
    name: 'ledger-stream',
    text: 'SELECT position, attributes, payload FROM ledger WHERE stream = $1 AND version <= $2 ORDER BY version',
    values: [stream, upTo ?? Number.MAX_SAFE_INTEGER],
  });
  return rows.map(fromLedgerRow);
}
