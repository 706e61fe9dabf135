import type { Pool, PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg';

/** The pools that events are written over. */
export interface WritingPools {
  /** Takes whatever comes, however much. */
  readonly bulk: Pool;
  /** Pipelined connections for a few events at a time; `bulk` when left out. */
  readonly live?: Pool;
}

/** Up to this many events are written without COPY: as one parameter they take fewer round trips. */
const fewEvents = 60;

/** The pool that writes so many events best. */
export const poolFor = ({ bulk, live = bulk }: WritingPools, events: number): Pool => (events > fewEvents ? bulk : live);

/** Waits for everything under way, so that nothing goes on behind a failure; rejects with the first one. */
async function all<T extends readonly unknown[]>(under: { readonly [K in keyof T]: Promise<T[K]> }): Promise<T> {
  await Promise.allSettled(under);
  return Promise.all(under);
}

/** Does things one after the other; on a pipelined connection without waiting for one before the next is sent. */
export async function inTurn<T, R>(client: PoolClient, items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  if (client.pipeline) return all(items.map(work));
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

/** Two things in their order, like `inTurn`. */
export async function firstAndThen<A, B>(client: PoolClient, first: () => Promise<A>, then: () => Promise<B>): Promise<[A, B]> {
  if (client.pipeline) return all([first(), then()]);
  return [await first(), await then()];
}

/** Sends statements in their order and answers what each brought. Rejects with the first failure. */
export const sendAll = <Row extends QueryResultRow>(client: PoolClient, statements: readonly QueryConfig[]): Promise<QueryResult<Row>[]> =>
  inTurn(client, statements, one => client.query<Row>(one));

/** Runs `work` in a transaction; a connection that failed inside is not used again. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    const begun = client.query('BEGIN');
    if (!client.pipeline) await begun;
    const [result] = await all([work(client), begun]);
    const { command } = await client.query('COMMIT');
    // A transaction in which a statement failed is given up by COMMIT without a word.
    if (command !== 'COMMIT') throw new Error('a statement of this transaction failed; nothing of it was written');
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}
