import type { Pool, PoolClient } from 'pg';
import type { Logger } from '@palabre/event-log';
import { inTransaction } from '../ledger/ingest.js';
import { FoldKeeper } from '../projections/fold-keeper.js';
import { createGeneration, showGeneration } from '../projections/generations.js';
import { projectionPage, type ProjectionPage } from '../projections/ledger-pages.js';
import { ModelFold } from '../projections/model-fold.js';
import { modelTable, tableName } from '../projections/model-table.js';
import type { Projection } from '../projections/projection.js';
import { fingerprint, sameFingerprint, type Fingerprint } from './fingerprint.js';

/** What a rebuild found: the generation shown before beside the one made from the ledger alone, at the same position. */
export interface EqualityReport {
  readonly model: string;
  readonly equal: boolean;
  /** Position of the ledger at which both were compared. */
  readonly position: string;
  readonly before: Fingerprint & { readonly generation: number };
  readonly after: Fingerprint & { readonly generation: number };
  readonly events: number;
  readonly milliseconds: number;
}

export interface RebuildOptions {
  /** The owner's pool: a rebuild makes tables. */
  readonly pool: Pool;
  readonly projection: Projection;
  readonly logger: Logger;
  /** Largest number of rows held in memory; beyond it they are written and read back when touched. */
  readonly maxRows?: number;
  progress(done: bigint, total: bigint): Promise<void>;
}

const pageSize = 5_000;
const defaultMaxRows = 400_000;
/** Fewer events than this behind: the rest is folded under the lock, in a moment. */
const nearEnough = 2_000n;

async function headPosition(client: PoolClient): Promise<bigint> {
  const { rows } = await client.query<{ position: string }>('SELECT position FROM ledger_counter');
  return BigInt(rows[0]?.position ?? '0');
}

async function openGeneration(pool: Pool, projection: Projection): Promise<number> {
  return inTransaction(pool, async client => {
    const { rows } = await client.query<{ next: number }>('SELECT max(generation) + 1 AS next FROM read_model WHERE model = $1', [
      projection.name,
    ]);
    const generation = rows[0]?.next ?? 1;
    for (const sql of createGeneration(projection, generation)) await client.query(sql);
    await client.query("INSERT INTO read_model (model, generation, status) VALUES ($1, $2, 'building')", [projection.name, generation]);
    return generation;
  });
}

/** Folds the ledger from its beginning to (nearly) its end; the next page is fetched while one is folded. */
async function foldLedger(options: RebuildOptions, generation: number): Promise<bigint> {
  const { pool, projection, progress } = options;
  const table = modelTable(projection, generation);
  const fold = new ModelFold(projection, table, { emptyTable: true });
  const reader = await pool.connect();
  try {
    const upTo = await headPosition(reader);
    const pageAfter = (after: bigint): Promise<ProjectionPage> => projectionPage(reader, projection, { after, upTo, limit: pageSize });
    let position = 0n;
    let next = pageAfter(position);
    while (position < upTo) {
      const { events, reached } = await next;
      position = reached;
      next = pageAfter(position);
      // Awaited in the next round; a failure meanwhile must not count as unhandled.
      next.catch(() => undefined);
      await inTransaction(pool, async client => {
        await fold.take(client, events);
        if (!projection.readsRows || fold.size > (options.maxRows ?? defaultMaxRows)) {
          await fold.flush(client);
          fold.forget();
        }
      });
      await progress(position, upTo);
    }
    await next;
    await inTransaction(pool, async client => {
      await fold.flush(client);
      await client.query('UPDATE read_model SET position = $3 WHERE model = $1 AND generation = $2', [
        projection.name,
        generation,
        position.toString(),
      ]);
      for (const stall of fold.takeStalls()) {
        await client.query('INSERT INTO read_model_stall (model, generation, partnership, version, reason) VALUES ($1, $2, $3, $4, $5)', [
          projection.name,
          generation,
          stall.partnership,
          stall.version,
          stall.reason,
        ]);
      }
    });
    return position;
  } finally {
    reader.release();
  }
}

/** Folds what arrived meanwhile until the new generation is close behind. */
async function catchUp({ pool, projection, logger, progress }: RebuildOptions, generation: number, from: bigint): Promise<bigint> {
  const folds = new FoldKeeper(logger);
  let position = from;
  for (;;) {
    const { moved, head } = await inTransaction(pool, async client => {
      const upTo = await headPosition(client);
      const { events, reached } = await projectionPage(client, projection, { after: position, upTo, limit: pageSize });
      await folds.applyTo(client, [{ model: projection.name, generation, position }], events, reached);
      return { moved: reached, head: upTo };
    });
    position = moved;
    await progress(position, head);
    if (head - position <= nearEnough) return position;
  }
}

/** The end of a rebuild, in one transaction: level with the shown generation, compared with it, shown in its place. */
async function switchOver(
  options: RebuildOptions,
  generation: number,
  from: bigint,
): Promise<Omit<EqualityReport, 'events' | 'milliseconds'>> {
  const { pool, projection, logger } = options;
  const { name } = projection;
  return inTransaction(pool, async client => {
    const live = await client.query<{ generation: number; position: string }>(
      "SELECT generation, position FROM read_model WHERE model = $1 AND status = 'live' FOR UPDATE",
      [name],
    );
    const shown = live.rows[0];
    if (!shown) throw new Error(`${name}: no generation is live`);
    const target = BigInt(shown.position);
    const folds = new FoldKeeper(logger);
    for (let position = from; position < target;) {
      const { events, reached } = await projectionPage(client, projection, { after: position, upTo: target, limit: pageSize });
      await folds.applyTo(client, [{ model: name, generation, position }], events, reached);
      position = reached;
    }
    const before = await fingerprint(client, modelTable(projection, shown.generation));
    const after = await fingerprint(client, modelTable(projection, generation));
    await client.query("UPDATE read_model SET status = 'retired', since = now() WHERE model = $1 AND status = 'live'", [name]);
    await client.query("UPDATE read_model SET status = 'live', position = $3, since = now() WHERE model = $1 AND generation = $2", [
      name,
      generation,
      target.toString(),
    ]);
    for (const sql of showGeneration(projection, generation)) await client.query(sql);
    return {
      model: name,
      equal: sameFingerprint(before, after),
      position: target.toString(),
      before: { ...before, generation: shown.generation },
      after: { ...after, generation },
    };
  });
}

/** The generation before the one just replaced is kept for one round; older ones and failed ones go. */
async function dropOld(pool: Pool, projection: Projection, current: number): Promise<void> {
  const { rows } = await pool.query<{ generation: number }>(
    `SELECT generation FROM read_model WHERE model = $1 AND (status = 'failed' OR (status = 'retired' AND generation <
       (SELECT max(generation) FROM read_model WHERE model = $1 AND status = 'retired'))) AND generation <> $2`,
    [projection.name, current],
  );
  for (const { generation } of rows) {
    await pool.query(`DROP TABLE IF EXISTS ${tableName(projection, generation)}`);
    await pool.query('DELETE FROM read_model_stall WHERE model = $1 AND generation = $2', [projection.name, generation]);
    await pool.query('DELETE FROM read_model WHERE model = $1 AND generation = $2', [projection.name, generation]);
  }
}

/** Makes a new generation of a read model from the ledger alone while the shown one serves readers, then shows it. */
export async function rebuild(options: RebuildOptions): Promise<EqualityReport> {
  const { pool, projection } = options;
  const startedAt = Date.now();
  const generation = await openGeneration(pool, projection);
  try {
    const folded = await foldLedger(options, generation);
    const position = await catchUp(options, generation, folded);
    const report = await switchOver(options, generation, position);
    await dropOld(pool, projection, generation);
    return { ...report, events: Number(report.position), milliseconds: Date.now() - startedAt };
  } catch (error) {
    await pool.query("UPDATE read_model SET status = 'failed' WHERE model = $1 AND generation = $2 AND status = 'building'", [
      projection.name,
      generation,
    ]);
    throw error;
  }
}
