import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { historyOfAll } from '../spec/history-of-all.js';
import { RunningBench } from '../spec/running.js';
import { eventually } from '../spec/servers.js';
import { poolOf, runtimeDataSource } from './data-source.js';
import { runtimeRole } from './runtime-role.js';

const bench = new RunningBench();
const story = historyOfAll('p-owned');

beforeAll(async () => {
  await bench.open();
  await bench.announcer.announce(story.envelopes);
  await eventually(
    async () => (await bench.ask('auditor', '/v1/partnerships/p-owned')).body['version'],
    version => version === story.envelopes.length,
  );
});

afterAll(() => bench.close());

const ownersOf = async (names: string): Promise<Set<unknown>> =>
  new Set((await bench.change('SELECT tableowner FROM pg_tables WHERE tablename LIKE $1', [names])).map(row => row['tableowner']));

describe('a projection that runs', () => {
  it('keeps no connection of the owner: all of them work as the runtime role', async () => {
    const open = await bench.change(
      'SELECT DISTINCT application_name AS name FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() ORDER BY 1',
    );
    expect(open.map(row => row['name'])).toEqual(['palabre-projection', 'palabre-projection-listener']);
  });

  it('owns the read models, so that it rebuilds them by itself, and neither the ledger nor the register of migrations', async () => {
    const started = await bench.ask('operator', '/v1/rebuilds', { model: 'timeline' });
    const job = await eventually(
      async () => (await bench.ask('operator', `/v1/rebuilds/${String(started.body['id'])}`)).body,
      seen => seen['state'] !== 'running',
    );
    expect(job).toMatchObject({ state: 'switched', report: { equal: true } });
    expect(await ownersOf('timeline\\_v%')).toEqual(new Set([runtimeRole]));
    for (const kept of ['ledger', 'migrations']) expect(await ownersOf(kept)).not.toContain(runtimeRole);
  });

  it('cannot change or drop what happened, nor who owns it', async () => {
    const runtime = await runtimeDataSource(bench.databaseUrl).initialize();
    try {
      for (const sql of [
        'DELETE FROM ledger',
        'UPDATE ledger SET actor = actor',
        'DROP TABLE ledger',
        'ALTER TABLE ledger DISABLE TRIGGER ALL',
      ])
        await expect(poolOf(runtime).query(sql), sql).rejects.toMatchObject({ code: '42501' });
      const { rows } = await poolOf(runtime).query<{ count: string }>('SELECT count(*) FROM ledger');
      expect(rows).toEqual([{ count: String(story.envelopes.length) }]);
    } finally {
      await runtime.destroy();
    }
  });
});
