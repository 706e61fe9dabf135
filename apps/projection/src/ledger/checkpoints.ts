import type { Pool, PoolClient } from 'pg';
import type { LogBatch, LogDescription, Logger } from '@palabre/event-log';

/** Another reader has taken the partition over, or the place moved under us: this batch must not be written. */
export class FencedOff extends Error {
  constructor(topic: string, partition: number) {
    super(`${topic}/${partition}: another reader holds this partition now`);
    this.name = 'FencedOff';
  }
}

interface Place {
  next: bigint;
  readonly epoch: bigint;
}

/** Where reading stands in each partition of the log: kept with the rows, fenced by the epoch of the reader. */
export class LogCheckpoints {
  readonly #pool: Pool;
  readonly #topic: string;
  readonly #logger: Logger;
  readonly #places = new Map<number, Place>();

  constructor(pool: Pool, topic: string, logger: Logger) {
    this.#pool = pool;
    this.#topic = topic;
    this.#logger = logger;
  }

  /**
   * Takes partitions over under a new epoch and says where to continue. A log that is another cluster's, or that ends
   * before our place, was wiped: it is read from its beginning, and what the ledger holds already is dropped there.
   */
  async claim(partitions: readonly number[], log: LogDescription): Promise<ReadonlyMap<number, bigint>> {
    const { rows } = await this.#pool.query<{ epoch: string }>("SELECT nextval('reader_epoch') AS epoch");
    const epoch = BigInt(rows[0]?.epoch ?? '0');
    const positions = new Map<number, bigint>();
    for (const partition of partitions) {
      const extent = log.extents.get(partition) ?? { low: 0n, high: 0n };
      const next = await this.#claimOne(partition, epoch, log.clusterId, extent.low, extent.high);
      this.#places.set(partition, { next, epoch });
      positions.set(partition, next);
    }
    return positions;
  }

  async #claimOne(partition: number, epoch: bigint, cluster: string, low: bigint, high: bigint): Promise<bigint> {
    const before = await this.#pool.query<{ next_offset: string; cluster: string }>(
      'SELECT next_offset, cluster FROM log_checkpoint WHERE topic = $1 AND partition = $2',
      [this.#topic, partition],
    );
    const held = before.rows[0];
    const offset = held ? BigInt(held.next_offset) : low;
    const wiped = held !== undefined && (held.cluster !== cluster || offset > high);
    if (wiped) {
      this.#logger.warn(
        { topic: this.#topic, partition, place: offset.toString(), end: high.toString() },
        'the event log was wiped or replaced: reading it from its beginning',
      );
    }
    const next = wiped || offset < low ? low : offset;
    await this.#pool.query(
      `INSERT INTO log_checkpoint (topic, partition, next_offset, epoch, cluster) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (topic, partition) DO UPDATE SET next_offset = excluded.next_offset, epoch = excluded.epoch, cluster = excluded.cluster
       WHERE log_checkpoint.epoch <= excluded.epoch`,
      [this.#topic, partition, next.toString(), epoch.toString(), cluster],
    );
    return next;
  }

  /** Moves the place over a batch inside the transaction that writes its rows; must hit exactly one row. */
  async advance(client: PoolClient, batch: LogBatch): Promise<void> {
    const place = this.#places.get(batch.partition);
    const last = batch.records.at(-1);
    if (!place || !last) throw new FencedOff(this.#topic, batch.partition);
    const moved = await client.query({
      name: 'log-checkpoint',
      text: 'UPDATE log_checkpoint SET next_offset = $4, epoch = $5 WHERE topic = $1 AND partition = $2 AND next_offset = $3 AND epoch <= $5',
      values: [this.#topic, batch.partition, place.next.toString(), (last.offset + 1n).toString(), place.epoch.toString()],
    });
    if (moved.rowCount !== 1) throw new FencedOff(this.#topic, batch.partition);
  }

  /** Called once the batch is committed. */
  settled(batch: LogBatch): void {
    const place = this.#places.get(batch.partition);
    const last = batch.records.at(-1);
    if (place && last) place.next = last.offset + 1n;
  }
}
