import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { portAnswers } from '../servers/ports.js';
import { repositoryRoot } from '../supervisor/repository.js';
import { endLeftovers, runningRecords } from './records.js';

/** The compiled program, as people start it; Temporal alone, the other two are given by address. */
const PROGRAM = join(repositoryRoot(), 'infra', 'local', 'dist', 'dev-servers.js');
const ELSEWHERE = { KAFKA_BROKERS: 'elsewhere:9092', DATABASE_URL: 'postgresql://elsewhere/palabre', TEMPORAL_ADDRESS: '' };

describe('a program that started servers', () => {
  let dataDir: string;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'palabre-ending-'));
  });
  afterEach(async () => {
    await endLeftovers(dataDir);
    rmSync(dataDir, { recursive: true });
  });

  const begin = () =>
    spawn(process.execPath, [PROGRAM, '--data', dataDir], { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, ...ELSEWHERE } });
  const waitForRecord = async () => {
    await expect.poll(() => runningRecords(dataDir).length, { timeout: 60_000, interval: 10 }).toBe(1);
    return runningRecords(dataDir);
  };
  const start = async (): Promise<{ parent: ChildProcess; port: number }> => {
    const parent = begin();
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const { temporalAddress } = JSON.parse(line.toString('utf8')) as { temporalAddress: string };
    return { parent, port: Number(temporalAddress.split(':')[1]) };
  };

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`ends them on ${signal} and exits with 0: nothing is left`, async () => {
      const { parent, port } = await start();
      expect(await portAnswers(port)).toBe(true);
      parent.kill(signal);
      expect(await once(parent, 'exit')).toEqual([0, null]);
      expect(await portAnswers(port)).toBe(false);
      expect(runningRecords(dataDir)).toEqual([]);
    });
  }

  it('ends what is only starting on Ctrl-C, and exits with 0', async () => {
    const parent = begin();
    const [starting] = await waitForRecord();
    expect(starting?.name).toBe('temporal');
    parent.kill('SIGINT');
    expect(await once(parent, 'exit')).toEqual([0, null]);
    expect(runningRecords(dataDir)).toEqual([]);
  });

  it('and is killed leaves them running; the next start ends them and takes over data and ports', async () => {
    const first = await start();
    first.parent.kill('SIGKILL');
    await once(first.parent, 'exit');
    const [left] = runningRecords(dataDir);
    expect(left?.name).toBe('temporal');
    const second = await start();
    expect(second.port).toBe(first.port);
    const [now, ...others] = runningRecords(dataDir);
    expect(now?.pid).not.toBe(left?.pid);
    expect(others).toEqual([]);
    second.parent.kill('SIGTERM');
    await once(second.parent, 'exit');
    expect(await portAnswers(second.port)).toBe(false);
  });
});
