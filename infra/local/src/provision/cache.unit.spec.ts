import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { silentLog } from '../log.js';
import { cached, cacheFolder, intoCache } from './cache.js';

describe('the cache of provided servers', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'palabre-cache-'));
    vi.stubEnv('PALABRE_CACHE', folder);
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });

  const fill = (place: string) => Promise.resolve(writeFileSync(join(place, 'server'), 'whole'));

  it('is where PALABRE_CACHE says, else where the user keeps caches', () => {
    expect(cacheFolder({ PALABRE_CACHE: '/somewhere' })).toBe('/somewhere');
    expect(cacheFolder({ XDG_CACHE_HOME: '/caches' })).toBe(join('/caches', 'palabre'));
  });

  it('holds an entry after it was made whole, and nothing else beside it', async () => {
    expect(cached('kafka')).toBeUndefined();
    expect(await intoCache('kafka', silentLog, fill)).toBe(join(folder, 'kafka'));
    expect(cached('kafka')).toBe(join(folder, 'kafka'));
    expect(readdirSync(folder)).toEqual(['kafka']);
  });

  it('never holds an entry whose making failed', async () => {
    const failing = async (place: string) => {
      await fill(place);
      throw new Error('the connection broke');
    };
    await expect(intoCache('kafka', silentLog, failing)).rejects.toThrow('the connection broke');
    expect(cached('kafka')).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not use what a killed process had half made', async () => {
    mkdirSync(join(folder, 'kafka.half'));
    writeFileSync(join(folder, 'kafka.half', 'torn'), '');
    expect(cached('kafka')).toBeUndefined();
    const made = await intoCache('kafka', silentLog, fill);
    expect(existsSync(join(made, 'torn'))).toBe(false);
  });

  it('lets one of two make an entry; the other waits and uses it', async () => {
    let made = 0;
    const slow = async (place: string) => {
      made += 1;
      await new Promise(resolve => setImmediate(resolve));
      await fill(place);
    };
    const both = await Promise.all([intoCache('kafka', silentLog, slow), intoCache('kafka', silentLog, slow)]);
    expect(both).toEqual([join(folder, 'kafka'), join(folder, 'kafka')]);
    expect(made).toBe(1);
  });
});
