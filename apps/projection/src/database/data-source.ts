import type { EventEmitter } from 'node:events';
import type { Pool, PoolClient } from 'pg';
import { DataSource } from 'typeorm';
import { entities } from './entities.js';
import { migrations } from './migrations.js';
import { runtimeRole } from './runtime-role.js';

/** The owner's connections: for migrations, and for nothing that runs. */
export const ownerDataSource = (url: string): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    applicationName: 'palabre-projection-owner',
    entities,
    migrations,
    migrationsTransactionMode: 'each',
    extra: { max: 3 },
  });

/** The projection's working connections: every one of them starts as the runtime role. */
export const runtimeDataSource = (url: string): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    applicationName: 'palabre-projection',
    entities,
    extra: { max: 12, options: `-c role=${runtimeRole} -c idle_in_transaction_session_timeout=60000`, connectionTimeoutMillis: 5_000 },
  });

const guarded = new WeakSet<object>();

/** A connection that dies must end its query, not the process: the query's own error tells what happened. */
function guard<T extends Pool | PoolClient>(emitter: T): T {
  if (!guarded.has(emitter)) {
    guarded.add(emitter);
    (emitter as EventEmitter).on('error', () => undefined);
  }
  return emitter;
}

/** The pg pool beneath a connected DataSource: the hot path (COPY, one JSON parameter) shares it with TypeORM. */
export function poolOf(source: DataSource): Pool {
  const driver: object = source.driver;
  if (!('master' in driver)) throw new Error('poolOf: not a PostgreSQL data source');
  const pool = driver.master as Pool;
  if (!guarded.has(pool)) pool.on('acquire', client => guard(client));
  return guard(pool);
}
