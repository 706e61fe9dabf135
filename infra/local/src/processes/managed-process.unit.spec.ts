import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../log.js';
import { ManagedProcess, type ManagedPlan } from './managed-process.js';

describe('a start that takes long', () => {
  let folder: string;
  let told: string[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'palabre-managed-'));
    told = [];
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const program = (script: string, plan: Partial<ManagedPlan> = {}): ManagedProcess =>
    new ManagedProcess({
      launch: { name: 'worker', command: process.execPath, args: ['-e', script], logFile: join(folder, 'worker.log'), dataDir: folder },
      ready: async started => started.output().includes('READY'),
      attempts: 1,
      log: { ...silentLog, info: text => told.push(text) },
      ...plan,
    });

  it('is told with its log and the time it may take, and then goes well', async () => {
    const slow = program("setTimeout(() => console.log('READY'), 300); setInterval(() => undefined, 1000)", { usualMs: 50 });
    await slow.start();
    expect(told).toEqual([`worker takes longer than usual to start; waiting up to 180 s. Its log: ${join(folder, 'worker.log')}`]);
    await slow.stop();
  });

  it('fails at once, with its last lines, when the process ends while starting', async () => {
    const dying = program("console.log('no port left'); process.exit(1)");
    await expect(dying.start()).rejects.toThrow(/worker ended while starting\.[^]*no port left/);
    expect(told).toEqual([]);
  });

  it('fails with its limit when nothing ever answers, and leaves no process', async () => {
    const silent = program('setInterval(() => undefined, 1000)', { readyWithinMs: 300, graceMs: 1_000 });
    await expect(silent.start()).rejects.toThrow(/worker was not ready after 0\.3 s/);
    expect(silent.pid).toBeUndefined();
  });
});
