import { expect } from 'vitest';
import type { EventEnvelope } from '@palabre/contracts';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { ownerDataSource, poolOf, runtimeDataSource } from '../database/data-source.js';
import { migrate } from '../database/migrate.js';
import { createIngest, type Ingest } from '../ledger/ingest.js';
import { Follower } from '../projections/follower.js';
import type { Projection } from '../projections/projection.js';
import { rebuild, type EqualityReport } from '../rebuild/rebuild.js';
import { HandMadeLog, LogKeeper, scratchDatabase, type ScratchDatabase } from './servers.js';

/** The events of one stream, told in order. */
export interface Told {
  readonly envelopes: readonly EventEnvelope[];
}

/** A database with a ledger and live read models, fed by hand. */
export class RebuildBench {
  readonly logger = new LogKeeper();
  readonly log = new HandMadeLog();
  private constructor(
    readonly database: ScratchDatabase,
    readonly runtime: DataSource,
    readonly owner: DataSource,
    readonly ingest: Ingest,
    readonly follower: Follower,
  ) {}

  static async open(): Promise<RebuildBench> {
    const database = await scratchDatabase();
    await migrate(database.url, new LogKeeper());
    const runtime = await runtimeDataSource(database.url).initialize();
    const owner = await ownerDataSource(database.url).initialize();
    const logger = new LogKeeper();
    const ingest = createIngest(poolOf(runtime), { topic: 'bench', logger });
    const bench = new RebuildBench(database, runtime, owner, ingest, new Follower(poolOf(runtime), logger));
    await ingest.claim([0], bench.log.description);
    return bench;
  }

  get pool(): Pool {
    return poolOf(this.runtime);
  }

  async feed(stories: readonly Told[]): Promise<void> {
    const { appended, parked } = await this.ingest.ingestBatch(this.log.batch(stories.flatMap(story => story.envelopes)));
    expect(parked).toEqual([]);
    await this.follower.follow(appended);
    await this.follower.settled();
  }

  rebuild(projection: Projection, maxRows?: number): Promise<EqualityReport> {
    const progress = (): Promise<void> => Promise.resolve();
    return rebuild({ pool: poolOf(this.owner), projection, logger: this.logger, progress, ...(maxRows === undefined ? {} : { maxRows }) });
  }

  async close(): Promise<void> {
    await this.follower.stop();
    await Promise.all([this.runtime.destroy(), this.owner.destroy()]);
    await this.database.drop();
  }
}

/** Tells the whole history of a stream with this id. */
export type Teller = (id: string) => Told;

/**
 * Rebuilds one read model while events flow and readers read: the report must say "same rows", no read may fail or see
 * fewer rows than before, and a row spoiled by hand must be put right by the next rebuild.
 */
export async function proveRebuild(projection: Projection, tell: Teller): Promise<void> {
  const stories = (from: number, count: number): Told[] => Array.from({ length: count }, (_, n) => tell(`p-${from + n}`));
  const bench = await RebuildBench.open();
  try {
    await bench.feed(stories(0, 40));
    const rebuilt = new AbortController();
    let seen = 0;
    const reads = (async () => {
      let count = 0;
      while (!rebuilt.signal.aborted) {
        const { rows } = await bench.pool.query<{ n: number }>(`SELECT count(DISTINCT partnership)::int AS n FROM ${projection.name}`);
        const now = rows[0]?.n ?? 0;
        expect(now).toBeGreaterThanOrEqual(seen);
        seen = now;
        count += 1;
      }
      return count;
    })();
    const flow = (async () => {
      for (let n = 0; n < 10; n += 1) await bench.feed(stories(100 + n * 5, 5));
    })();
    const report = await bench.rebuild(projection, 50);
    rebuilt.abort();
    expect(await reads).toBeGreaterThan(0);
    await flow;
    expect(report).toMatchObject({ model: projection.name, equal: true, before: { generation: 1 }, after: { generation: 2 } });
    expect(Number(report.after.rows)).toBeGreaterThanOrEqual(40);

    await bench.pool.query(`DELETE FROM ${projection.name}_v2 WHERE partnership = 'p-3'`);
    const repaired = await bench.rebuild(projection);
    expect(repaired.equal).toBe(false);
    expect(Number(repaired.after.rows)).toBeGreaterThan(Number(repaired.before.rows));
    const last = await bench.rebuild(projection);
    expect(last.equal).toBe(true);
    const kept = await bench.pool.query<{ generation: number; status: string }>(
      'SELECT generation, status FROM read_model WHERE model = $1 ORDER BY generation',
      [projection.name],
    );
    expect(kept.rows).toEqual([
      { generation: 3, status: 'retired' },
      { generation: 4, status: 'live' },
    ]);
    expect(bench.logger.messages('error')).toEqual([]);
  } finally {
    await bench.close();
  }
}
