import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { birthOf, stillRuns } from './birth.js';

/** A lock that was taken, or the pid of who has it. */
export type LockAttempt = { readonly taken: true; readonly release: () => void } | { readonly taken: false; readonly holder: number };

interface Holder {
  readonly pid: number;
  readonly birth: string;
}

const STEAL_ATTEMPTS = 5;

/**
 * Takes a lock file, or says who holds it. The file holds pid and birth of its holder and appears whole (by a link to a
 * finished file); a lock whose holder has ended is stale and is taken over.
 */
export function takeLock(file: string): LockAttempt {
  for (let attempt = 0; attempt < STEAL_ATTEMPTS; attempt += 1) {
    if (linkInPlace(file)) return { taken: true, release: () => rmSync(file, { force: true }) };
    const holder = readHolder(file);
    if (holder !== undefined && stillRuns(holder.pid, holder.birth)) return { taken: false, holder: holder.pid };
    moveAway(file, holder);
  }
  return { taken: false, holder: readHolder(file)?.pid ?? 0 };
}

function linkInPlace(file: string): boolean {
  const own = `${file}.${randomUUID()}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, birth: birthOf(process.pid) ?? '' } satisfies Holder));
  try {
    linkSync(own, file);
    return true;
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw reason;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Renames the stale lock away; if meanwhile another process took it over, that one is put back untouched. */
function moveAway(file: string, stale: Holder | undefined): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    const moved = readHolder(aside);
    if (moved !== undefined && (moved.pid !== stale?.pid || moved.birth !== stale.birth)) linkSync(aside, file);
  } catch {
    // Gone or taken by somebody else: the next attempt sees what is there.
  } finally {
    rmSync(aside, { force: true });
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    const { pid, birth } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    return pid === undefined || birth === undefined ? undefined : { pid, birth };
  } catch {
    return undefined;
  }
}
