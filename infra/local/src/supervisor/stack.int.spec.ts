import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { silentLog } from '../log.js';
import { runningRecords } from '../processes/records.js';
import { portAnswers } from '../servers/ports.js';
import { startServers, type RunningServers } from '../servers/start-servers.js';
import { startStack } from './stack.js';
import { readStackFile } from './stack-file.js';

/** PostgreSQL is real; the other two are given by an address that nobody asks here. */
const ELSEWHERE = { TEMPORAL_ADDRESS: 'elsewhere:7233', KAFKA_BROKERS: 'elsewhere:9092' };

describe('the supervisor of our programs', () => {
  let folder: string;
  let servers: RunningServers;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'palabre-stack-'));
    servers = await startServers({ dataDir: join(folder, 'servers'), log: silentLog, env: ELSEWHERE });
  });
  afterAll(async () => {
    await servers.stop();
    rmSync(folder, { recursive: true });
  });

  const start = (dataDir: string, env: Record<string, string> = {}) =>
    startStack({ servers, dataDir, log: silentLog, isolated: true, only: ['identity'], env });
  const keysOf = async (issuer: string) => (await fetch(`${issuer}/jwks`, { headers: { connection: 'close' } })).json();

  it('starts a program until it is ready, tells terminals where it is, and shows no password', async () => {
    const dataDir = join(folder, 'told');
    const stack = await start(dataDir);
    expect(await keysOf(stack.addresses.identity)).toHaveProperty('keys');
    const file = readStackFile(dataDir);
    expect(file).toMatchObject({ schema: 1, pid: process.pid, taskQueue: stack.settings.taskQueue, topic: stack.settings.topic });
    expect(file?.pids).toEqual({ identity: stack.processes.pid('identity') });
    expect(stack.addresses.database).toContain(stack.settings.database);
    expect(file?.addresses.database).not.toContain('@');
    await stack.stop();
  });

  it('starts a killed program again at the same address', async () => {
    const dataDir = join(folder, 'killed');
    const stack = await start(dataDir);
    const keys = await keysOf(stack.addresses.identity);
    const before = stack.processes.pid('identity');
    await stack.processes.kill('identity', 'SIGKILL');
    expect(stack.processes.pid('identity')).toBeUndefined();
    expect(stack.processes.died()).toEqual([]);
    await stack.processes.restart('identity');
    expect(stack.processes.pid('identity')).not.toBe(before);
    expect(readStackFile(dataDir)?.pids.identity).toBe(stack.processes.pid('identity'));
    expect(await keysOf(stack.addresses.identity)).toEqual(keys);
    await stack.stop();
  });

  it('tells of a program that ended although nobody asked it to', async () => {
    const stack = await start(join(folder, 'died'));
    process.kill(stack.processes.pid('identity') ?? 0, 'SIGKILL');
    await expect.poll(() => stack.processes.died().map(({ name }) => name), { timeout: 60_000 }).toEqual(['identity']);
    await stack.stop();
  });

  it('fails clearly when a program ends while starting, with its last lines, and leaves nothing running', async () => {
    const dataDir = join(folder, 'wrong');
    const failing = start(dataDir, { PALABRE_HOST: '256.0.0.1' });
    await expect(failing).rejects.toThrow(/identity ended while starting.*identity\.log.*\n.*256\.0\.0\.1/s);
    expect(runningRecords(join(dataDir, 'stack'))).toEqual([]);
    expect(readStackFile(dataDir)).toBeUndefined();
  });

  it('leaves no process, no port and no file after the stop; the next start has the same addresses and names', async () => {
    const dataDir = join(folder, 'stopped');
    const first = await start(dataDir);
    await first.stop();
    expect(await portAnswers(Number(new URL(first.addresses.identity).port))).toBe(false);
    expect(readStackFile(dataDir)).toBeUndefined();
    const second = await start(dataDir);
    expect(second.addresses).toEqual(first.addresses);
    expect(second.settings).toEqual(first.settings);
    expect(readFileSync(join(dataDir, 'logs', 'identity.log'), 'utf8')).toContain('READY');
    await second.stop();
  });
});
