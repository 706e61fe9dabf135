import { readFileSync, writeFileSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { join } from 'node:path';

export const LOOPBACK = '127.0.0.1';

/** A server that meets leftovers of its killed predecessor (shared memory, a port) ends at once; it is started again this often. */
export const START_ATTEMPTS = 5;

/**
 * Ports are taken below the range from which the system takes the near end of outgoing connections (32768 and up on Linux):
 * otherwise a client that retries while a server is down may occupy the server's own port.
 */
const LOWEST = 20_000;
const HIGHEST = 31_999;
const ATTEMPTS = 500;

/** True when something on this machine accepts connections on the port. */
export function portAnswers(port: number, host = LOOPBACK): Promise<boolean> {
  return new Promise(resolve => {
    const socket = createConnection({ port, host });
    const answer = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.setTimeout(1_000, () => answer(false));
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}

/** True when the port can be bound on the loopback address. */
export function portIsFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: LOOPBACK, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** A port that nobody uses and that is not among `taken`. */
export async function freePort(taken: ReadonlySet<number> = new Set()): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    if (!taken.has(port) && (await portIsFree(port))) return port;
  }
  throw new Error(`No free port found between ${LOWEST} and ${HIGHEST} on ${LOOPBACK}. End what occupies them and start again.`);
}

/**
 * The ports of one stack, by name: the ones of the last start when they are still free, so that addresses stay the same
 * from start to start, otherwise new ones. Kept in `<dataDir>/ports.json`.
 */
export async function keptPorts<Name extends string>(dataDir: string, names: readonly Name[]): Promise<Record<Name, number>> {
  const file = join(dataDir, 'ports.json');
  const kept = readPorts(file);
  const chosen = new Map<string, number>();
  for (const name of names) {
    const earlier = kept[name];
    const taken = new Set(chosen.values());
    const usable = earlier !== undefined && !taken.has(earlier) && (await portIsFree(earlier));
    chosen.set(name, usable ? earlier : await freePort(new Set([...taken, ...Object.values(kept)])));
  }
  const ports = Object.fromEntries(chosen) as Record<Name, number>;
  writeFileSync(file, JSON.stringify({ ...kept, ...ports }, undefined, 2));
  return ports;
}

function readPorts(file: string): Record<string, number> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
  } catch {
    return {};
  }
}
