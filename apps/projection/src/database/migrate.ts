import { Client } from 'pg';
import type { Logger } from '@palabre/event-log';
import { handOverReadModels } from './runtime-role.js';
import { ownerDataSource } from './data-source.js';

/** Key of the advisory lock that lets one process migrate while the others wait. */
const migrationLock = 727_001;

/** Brings the database to this version of the code, as its owner, whose connections end here. Several processes may start at the same time. */
export async function migrate(databaseUrl: string, logger: Logger): Promise<void> {
  const guard = new Client({ connectionString: databaseUrl });
  await guard.connect();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [migrationLock]);
    const source = await ownerDataSource(databaseUrl).initialize();
    try {
      const done = await source.runMigrations();
      await source.query(handOverReadModels);
      if (done.length > 0) logger.info({ migrations: done.map(one => one.name) }, 'database migrated');
    } finally {
      await source.destroy();
    }
  } finally {
    await guard.end();
  }
}
