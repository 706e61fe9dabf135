import type { Pool, PoolClient } from 'pg';
import { fromRecord, type LogBatch, type LogDescription, type Logger } from '@palabre/event-log';
import { LogCheckpoints } from './checkpoints.js';
import { ledgerEvent, type LedgerEvent } from './ledger-event.js';
import { placeRecords, type Incoming, type Parked, type Placement } from './placement.js';
import { loadKnownHashes, loadStandings, queueLimit } from './standings.js';
import { writePlacement } from './write-ledger.js';

export interface IngestResult {
  readonly appended: readonly LedgerEvent[];
  readonly duplicates: number;
  readonly parked: readonly Parked[];
}

export interface IngestOptions {
  readonly topic: string;
  readonly logger: Logger;
}

/** The path from records of the log to rows of the ledger. */
export interface Ingest {
  /** Takes partitions over; answers where to continue (see `ConsumerOptions.positions`). */
  claim(partitions: readonly number[], log: LogDescription): Promise<ReadonlyMap<number, bigint>>;
  /** Writes a batch with its checkpoint in one transaction. Throws FencedOff or an outage; then nothing was written. */
  ingestBatch(batch: LogBatch): Promise<IngestResult>;
  /** Looks again at what is parked of a stream, from the raw bytes. */
  retry(stream: string): Promise<IngestResult>;
}

/** Runs `work` in a transaction; a connection that failed inside is not used again. */
export async function inTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    client.release();
    return result;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** Positions are given under this lock, so they are committed in their order and a reader by position skips nothing. */
async function lockPosition(client: PoolClient): Promise<bigint> {
  const { rows } = await client.query<{ position: string }>({
    name: 'ledger-lock',
    text: 'SELECT position FROM ledger_counter FOR UPDATE',
  });
  return BigInt(rows[0]?.position ?? '0');
}

interface Written {
  readonly placement: Placement;
  /** Last position in use before it. */
  readonly after: bigint;
}

/** Some placing followed by more of the same streams. */
const together = (one: Written, next: Written): Written => ({
  after: one.after,
  placement: {
    append: [...one.placement.append, ...next.placement.append],
    park: one.placement.park,
    settle: [...one.placement.settle, ...next.placement.settle],
    duplicates: one.placement.duplicates,
  },
});

/** Places what came and what it lets flow. A queue longer than is taken in one go is followed until it moves no more. */
async function placeAndWrite(
  client: PoolClient,
  incoming: readonly Incoming[],
  streams: readonly string[],
  after: bigint,
): Promise<Written> {
  const standings = await loadStandings(client, streams, incoming);
  const known = await loadKnownHashes(client, incoming, standings);
  const placement = placeRecords(incoming, standings, known);
  const last = await writePlacement(client, placement, after);
  const written = { placement, after };
  const moving = [...standings].filter(([, { queue }]) => queue.length >= queueLimit).map(([stream]) => stream);
  if (moving.length === 0 || placement.settle.length === 0) return written;
  return together(written, await placeAndWrite(client, [], moving, last));
}

const resultOf = ({ placement, after }: Written): IngestResult => ({
  appended: placement.append.map(({ event }, index) =>
    ledgerEvent(after + BigInt(index + 1), event.attributes, event.data, event.dataText),
  ),
  duplicates: placement.duplicates,
  parked: placement.park,
});

export function createIngest(pool: Pool, { topic, logger }: IngestOptions): Ingest {
  const checkpoints = new LogCheckpoints(pool, topic, logger);

  const tell = (result: IngestResult): IngestResult => {
    for (const { stream, version, problem, reason } of result.parked) {
      const fields = { stream, version, problem, reason };
      if (problem === 'gap' || problem === 'behind-fork') logger.warn(fields, 'an event waits for its place');
      else
        logger.error(
          fields,
          problem === 'fork' ? 'ALARM: two histories of one stream; it is in quarantine' : 'a record cannot be read; its stream is parked',
        );
    }
    return result;
  };

  return {
    claim: (partitions, log) => checkpoints.claim(partitions, log),

    ingestBatch: async batch => {
      const incoming = batch.records.map(raw => ({ raw, reading: fromRecord(raw) }));
      const streams = [...new Set(incoming.map(({ reading }) => (reading.ok ? reading.event.attributes.stream : reading.problem.stream)))];
      const written = await inTransaction(pool, async client => {
        const result = await placeAndWrite(client, incoming, streams, await lockPosition(client));
        await checkpoints.advance(client, batch);
        return result;
      });
      checkpoints.settled(batch);
      return tell(resultOf(written));
    },

    retry: async stream => {
      const written = await inTransaction(pool, async client => placeAndWrite(client, [], [stream], await lockPosition(client)));
      return tell(resultOf(written));
    },
  };
}
