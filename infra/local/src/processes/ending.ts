import { constants } from 'node:os';
import { signalGroup } from './records.js';

type Close = () => Promise<void>;

const closers: Close[] = [];
const groups = new Set<number>();
let ending = false;
let installed = false;
let calmExitCode: number | undefined;

/**
 * Runs `close` when this process is asked to end (Ctrl-C, SIGTERM, closed terminal), the latest registered first.
 * Answers a function that takes it off the list again.
 */
export function atEnd(close: Close): () => void {
  install();
  closers.push(close);
  return () => {
    const place = closers.indexOf(close);
    if (place >= 0) closers.splice(place, 1);
  };
}

/** Whatever way this process ends on its own, the group of `pid` does not outlive it. */
export function endWithUs(pid: number): () => void {
  install();
  groups.add(pid);
  return () => groups.delete(pid);
}

/** An end on request is the normal end of a service: it exits with this code instead of 128 + signal. */
export function exitCodeOnRequest(code: number): void {
  calmExitCode = code;
}

/** True once somebody asked this process to end: what fails from now on fails because of that. */
export function isEnding(): boolean {
  return ending;
}

function install(): void {
  if (installed) return;
  installed = true;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void endOn(signal));
  process.on('exit', killGroups);
}

/** Closes everything that was registered, the latest first. */
export async function endAll(): Promise<void> {
  for (let close = closers.at(-1); close !== undefined; close = closers.at(-1)) {
    closers.splice(closers.lastIndexOf(close), 1);
    await close().catch((reason: unknown) => process.stderr.write(`while ending: ${String(reason)}\n`));
  }
}

async function endOn(signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP'): Promise<void> {
  const code = calmExitCode ?? 128 + constants.signals[signal];
  if (ending) process.exit(code);
  ending = true;
  await endAll();
  process.exit(code);
}

function killGroups(): void {
  for (const pid of groups) signalGroup(pid, 'SIGKILL');
}
