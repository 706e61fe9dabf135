import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Log } from '../log.js';
import { takeLock } from '../processes/lock.js';
import { waitUntil } from '../processes/wait.js';

/** Somebody else may be compiling a server: that takes minutes. */
const OTHERS_WORK_MS = 30 * 60_000;

/** The folder in which provided servers are kept between runs and between clones. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return env['PALABRE_CACHE'] ?? join(env['XDG_CACHE_HOME'] ?? join(homedir(), '.cache'), 'palabre');
}

/** A whole entry of the cache, or undefined. Entries appear by renaming a finished folder, so one that is there is whole. */
export function cached(entry: string): string | undefined {
  const folder = join(cacheFolder(), entry);
  return existsSync(folder) ? folder : undefined;
}

/**
 * Makes an entry of the cache: `make` fills a temporary folder beside it, which is renamed when it is finished.
 * Of several processes that want the same entry one makes it and the others wait for it.
 */
export async function intoCache(entry: string, log: Log, make: (folder: string) => Promise<void>): Promise<string> {
  const target = join(cacheFolder(), entry);
  mkdirSync(cacheFolder(), { recursive: true });
  const release = await lockEntry(`${target}.lock`, entry, log);
  try {
    if (existsSync(target)) return target;
    const half = `${target}.half`;
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { recursive: true });
    try {
      await make(half);
      renameSync(half, target);
    } finally {
      rmSync(half, { recursive: true, force: true });
    }
    return target;
  } finally {
    release();
  }
}

async function lockEntry(file: string, entry: string, log: Log): Promise<() => void> {
  const first = takeLock(file);
  if (first.taken) return first.release;
  const done = log.task(`waiting for process ${first.holder}, which is preparing ${entry}`);
  const later = await waitUntil(
    () => {
      const attempt = takeLock(file);
      return attempt.taken ? attempt : undefined;
    },
    { withinMs: OTHERS_WORK_MS, everyMs: 250 },
  );
  done();
  if (later === undefined) throw new Error(`Process ${first.holder} has been preparing ${entry} for too long. End it and start again.`);
  return later.release;
}
