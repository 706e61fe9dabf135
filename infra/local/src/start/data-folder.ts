import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../log.js';
import { atEnd } from '../processes/ending.js';
import { takeLock } from '../processes/lock.js';
import { endLeftovers } from '../processes/records.js';
import { DataFolderInUse } from '../servers/start-servers.js';
import { endStackLeftovers } from '../supervisor/stack.js';

const LOCK = 'start.lock';
/** Results of the last test run are no data of the stack. */
const KEPT = new Set([LOCK, 'tests']);

/** Takes the data folder for this process until it ends, ends what a killed start left behind, and empties it if asked. */
export async function takeDataFolder(dataDir: string, options: { fresh: boolean; log: Log }): Promise<void> {
  mkdirSync(dataDir, { recursive: true });
  const lock = takeLock(join(dataDir, LOCK));
  if (!lock.taken) {
    throw new DataFolderInUse(
      `Palabre is already running on ${dataDir} (process ${lock.holder}). Stop it there with Ctrl-C, or give another folder with --data.`,
    );
  }
  atEnd(() => Promise.resolve(lock.release()));
  const left = [...(await endStackLeftovers(dataDir)), ...(await endLeftovers(dataDir))];
  for (const name of left) options.log.info(`ended ${name}, which an earlier run had left behind`);
  if (!options.fresh) return;
  for (const name of readdirSync(dataDir)) if (!KEPT.has(name)) rmSync(join(dataDir, name), { recursive: true, force: true });
}
