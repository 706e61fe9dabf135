import { Client } from 'pg';
import type { House } from '../support/house.js';

/** One event as the ledger holds it. */
export interface LedgerRow {
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly cause: string;
}

/** What the database holds, read past every program of ours. */
export interface Kept {
  readonly rows: readonly LedgerRow[];
  /** Records that found no place: forks, gaps, broken chains. */
  readonly parked: readonly {
    readonly stream: string;
    readonly version: number | null;
    readonly problem: string;
    readonly cause: string | null;
  }[];
}

async function askDatabase<T>(house: House, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: house.stack.addresses.database });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Reads ledger and parked records straight from PostgreSQL. */
export const readKept = (house: House): Promise<Kept> =>
  askDatabase(house, async client => {
    const rows = await client.query<LedgerRow>('SELECT stream, version::int, type, cause FROM ledger ORDER BY stream, version');
    const parked = await client.query<Kept['parked'][number]>(
      "SELECT stream, version::int, problem, headers::json->>'ce_cause' AS cause FROM parked_record WHERE settled_at IS NULL ORDER BY id",
    );
    return { rows: rows.rows, parked: parked.rows };
  });

/** How many events the ledger holds. */
export const ledgerEvents = (house: House): Promise<number> =>
  askDatabase(house, async client => {
    const { rows } = await client.query<{ events: number }>('SELECT count(*)::int AS events FROM ledger');
    return rows[0]?.events ?? 0;
  });
