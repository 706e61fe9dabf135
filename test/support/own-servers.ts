import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog, startServers, type ProgramName, type RunningServers, type ServerName } from '@palabre/local';
import { openHouse, type House } from './house.js';

/** Everything that can be killed: the three servers and our own programs (the identity provider is not ours to doubt). */
export type Killable = ServerName | Exclude<ProgramName, 'identity'>;

/** A house on servers that nobody else uses, so that they may be killed and wiped. */
export interface OwnHouse extends House {
  readonly servers: RunningServers;
  /** Ends a process at once, without a chance to tidy up. */
  kill(name: Killable): Promise<void>;
  /** Starts a killed process again on the same port and data, and waits until it takes requests. */
  startAgain(name: Killable): Promise<void>;
}

const isServer = (name: Killable): name is ServerName => name === 'temporal' || name === 'kafka' || name === 'postgres';

/** Starts the three servers in a folder of their own, whatever the environment says, and a house on them. */
export async function openOwnHouse(options: { env?: Record<string, string>; only?: readonly ProgramName[] } = {}): Promise<OwnHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'palabre-own-'));
  const servers = await startServers({ dataDir: join(folder, 'servers'), log: silentLog, env: {} });
  const house = await openHouse(servers, { dataDir: join(folder, 'house'), ...options }).catch(async (reason: unknown) => {
    await servers.stop();
    throw reason;
  });
  return {
    ...house,
    servers,
    kill: name => (isServer(name) ? servers.kill(name, 'SIGKILL') : house.stack.processes.kill(name, 'SIGKILL')),
    startAgain: name => (isServer(name) ? servers.restart(name) : house.stack.processes.restart(name)),
    stop: async () => {
      await house.stop();
      await servers.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
