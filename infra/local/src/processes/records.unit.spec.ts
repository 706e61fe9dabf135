import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { birthOf } from './birth.js';
import { endLeftovers, rememberProcess, runningRecords } from './records.js';

describe('processes that an earlier run left behind', () => {
  let dataDir: string;
  let child: ChildProcess;

  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'palabre-records-'));
    child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' });
    await once(child, 'spawn');
  });
  afterEach(() => {
    child.kill('SIGKILL');
    rmSync(dataDir, { recursive: true });
  });

  const pid = () => child.pid ?? 0;

  it('are ended by the next start, and forgotten', async () => {
    rememberProcess(dataDir, { name: 'kafka', pid: pid(), endSignal: 'SIGTERM' });
    expect(runningRecords(dataDir).map(({ name }) => name)).toEqual(['kafka']);
    expect(await endLeftovers(dataDir)).toEqual(['kafka']);
    expect(birthOf(pid())).toBeUndefined();
    expect(existsSync(join(dataDir, 'processes'))).toBe(false);
  });

  it('are left alone when the pid belongs to another process by now', async () => {
    mkdirSync(join(dataDir, 'processes'));
    writeFileSync(join(dataDir, 'processes', 'kafka.json'), JSON.stringify({ name: 'kafka', pid: pid(), birth: 'another boot:7' }));
    expect(await endLeftovers(dataDir)).toEqual([]);
    expect(birthOf(pid())).toBeDefined();
  });

  it('do not matter when nothing is recorded', async () => {
    expect(await endLeftovers(join(dataDir, 'nowhere'))).toEqual([]);
  });
});
