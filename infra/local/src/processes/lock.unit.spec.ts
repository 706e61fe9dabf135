import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { birthOf } from './birth.js';
import { takeLock } from './lock.js';

describe('a lock on a folder', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'palabre-lock-'));
    file = join(folder, 'start.lock');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const hold = (pid: number, birth: string) => writeFileSync(file, JSON.stringify({ pid, birth }));

  it('is given to one, and the next is told who has it', () => {
    expect(takeLock(file).taken).toBe(true);
    expect(takeLock(file)).toEqual({ taken: false, holder: process.pid });
  });

  it('can be taken again after its release, and leaves no other file', () => {
    const first = takeLock(file);
    if (first.taken) first.release();
    expect(existsSync(file)).toBe(false);
    expect(takeLock(file).taken).toBe(true);
    expect(readdirSync(folder)).toEqual(['start.lock']);
  });

  it('of a process that has ended is stale and is taken over', () => {
    const neverUsed = 2 ** 22 + 1;
    hold(neverUsed, 'some boot:1');
    expect(takeLock(file).taken).toBe(true);
  });

  it('of an earlier process with the same pid is stale: the time of birth tells them apart', () => {
    hold(process.pid, 'some boot:1');
    expect(takeLock(file).taken).toBe(true);
  });

  it('of a running process is never taken over', () => {
    hold(process.ppid, birthOf(process.ppid) ?? '');
    expect(takeLock(file)).toEqual({ taken: false, holder: process.ppid });
    expect(takeLock(file).taken).toBe(false);
  });

  it('that cannot be read is stale', () => {
    writeFileSync(file, '{');
    expect(takeLock(file).taken).toBe(true);
  });
});
