import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from '@palabre/event-log';

const firstPauseMs = 200;
const longestPauseMs = 2_000;

/** How long a server may take to come up before the worker gives up and says so. */
const patienceMs = 180_000;

/** Tries until it works: servers and worker start together. Throws the last error after three minutes. */
export async function patiently<T>(attempt: () => Promise<T>, log: Logger, what: string): Promise<T> {
  const giveUpAt = Date.now() + patienceMs;
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(pauseMs * 2, longestPauseMs)) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > giveUpAt) throw new Error(`${what} could not be reached within ${patienceMs / 60_000} minutes`, { cause: error });
      log.warn({ waitingFor: what, error: String(error) }, 'not yet there, trying again');
      await pause(pauseMs);
    }
  }
}
