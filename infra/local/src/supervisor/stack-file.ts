import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProgramName } from './programs.js';

/** Where everything is. */
export interface StackAddresses {
  /** HTTP addresses. */
  readonly gateway: string;
  readonly projection: string;
  readonly identity: string;
  readonly temporal: string;
  readonly temporalUi: string | undefined;
  /** Brokers, separated by commas. */
  readonly kafka: string;
  /** In the stack itself with its password; in the file without. */
  readonly database: string;
}

/** What `<dataDir>/stack.json` holds: enough for a terminal to find a running stack. No secret is in it. */
export interface StackFile {
  readonly schema: 1;
  /** The supervisor's pid. */
  readonly pid: number;
  readonly addresses: StackAddresses;
  readonly pids: Readonly<Partial<Record<ProgramName, number>>>;
  readonly taskQueue: string;
  readonly topic: string;
  /** Account names, and the file that says how to get their tokens. */
  readonly accounts: readonly string[];
  readonly accountsFile: string;
  readonly logs: string;
}

export function stackFile(dataDir: string): string {
  return join(dataDir, 'stack.json');
}

export function writeStackFile(dataDir: string, content: StackFile): void {
  writeFileSync(stackFile(dataDir), `${JSON.stringify(content, undefined, 2)}\n`, { mode: 0o600 });
}

/** The stack that runs on this data folder, or undefined. */
export function readStackFile(dataDir: string): StackFile | undefined {
  try {
    return JSON.parse(readFileSync(stackFile(dataDir), 'utf8')) as StackFile;
  } catch {
    return undefined;
  }
}

export function removeStackFile(dataDir: string): void {
  rmSync(stackFile(dataDir), { force: true });
}
