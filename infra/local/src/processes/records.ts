import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { birthOf, stillRuns } from './birth.js';
import { waitUntil } from './wait.js';

/** What is remembered of a process we started, so that a later start can end it if we could not. */
export interface ProcessRecord {
  readonly name: string;
  readonly pid: number;
  readonly birth: string;
  /** Signal that asks it to end. */
  readonly endSignal: NodeJS.Signals;
}

const FOLDER = 'processes';
const GRACE_MS = 8_000;
const KILL_MS = 5_000;

/** Remembers a running process below `dataDir`. */
export function rememberProcess(dataDir: string, process: Omit<ProcessRecord, 'birth'>): void {
  const { name, pid } = process;
  const birth = birthOf(pid);
  if (birth === undefined) return;
  mkdirSync(join(dataDir, FOLDER), { recursive: true });
  writeFileSync(recordFile(dataDir, name), JSON.stringify({ ...process, birth } satisfies ProcessRecord));
}

/** Forgets it after its end. */
export function forgetProcess(dataDir: string, name: string): void {
  rmSync(recordFile(dataDir, name), { force: true });
}

/** The recorded processes that still run; a record of an ended process, or one that cannot be read, is left out. */
export function runningRecords(dataDir: string): ProcessRecord[] {
  return recordNames(dataDir)
    .map(name => readRecord(join(dataDir, FOLDER, name)))
    .filter(record => record !== undefined)
    .filter(record => stillRuns(record.pid, record.birth));
}

/** Ends what an earlier run left behind, politely first; answers the names of what was still running. */
export async function endLeftovers(dataDir: string): Promise<string[]> {
  const left = runningRecords(dataDir);
  for (const record of left) signalGroup(record.pid, record.endSignal);
  await Promise.all(left.map(endRecord));
  rmSync(join(dataDir, FOLDER), { recursive: true, force: true });
  return left.map(record => record.name);
}

/** Sends a signal to a process and all it started; a process that is gone is no error. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, signal);
      return;
    } catch {
      continue;
    }
  }
}

async function endRecord(record: ProcessRecord): Promise<void> {
  const ended = () => !stillRuns(record.pid, record.birth);
  if (await waitUntil(ended, { withinMs: GRACE_MS })) return;
  signalGroup(record.pid, 'SIGKILL');
  await waitUntil(ended, { withinMs: KILL_MS });
}

function recordFile(dataDir: string, name: string): string {
  return join(dataDir, FOLDER, `${name}.json`);
}

function recordNames(dataDir: string): string[] {
  try {
    return readdirSync(join(dataDir, FOLDER)).filter(name => name.endsWith('.json'));
  } catch {
    return [];
  }
}

function readRecord(file: string): ProcessRecord | undefined {
  try {
    const { name, pid, birth, endSignal = 'SIGTERM' } = JSON.parse(readFileSync(file, 'utf8')) as Partial<ProcessRecord>;
    return name === undefined || pid === undefined || birth === undefined ? undefined : { name, pid, birth, endSignal };
  } catch {
    return undefined;
  }
}
