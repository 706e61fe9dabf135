import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { accountsFile, provideAccounts, readAccounts } from '../identity/accounts.js';
import { told, type Log } from '../log.js';
import { atEnd } from '../processes/ending.js';
import { takeLock } from '../processes/lock.js';
import type { ManagedProcess } from '../processes/managed-process.js';
import { endLeftovers } from '../processes/records.js';
import { keptPorts, LOOPBACK } from '../servers/ports.js';
import { DataFolderInUse, type RunningServers } from '../servers/start-servers.js';
import { databaseNamed, ensureDatabase, withoutPassword } from './database.js';
import { environment } from './environment.js';
import { PROGRAM_NAMES, programRows, type ProgramName } from './programs.js';
import { repositoryRoot } from './repository.js';
import { keptSettings, type StackSettings } from './settings.js';
import { removeStackFile, writeStackFile, type StackAddresses } from './stack-file.js';
import { topicEnvironment } from './topics.js';

const AUDIENCE = 'palabre';

/** What a stack needs of the servers it stands on. */
export type ServerAddresses = Pick<RunningServers, 'temporalAddress' | 'temporalNamespace' | 'temporalUi' | 'kafkaBrokers' | 'databaseUrl'>;

export interface StackOptions {
  readonly servers: ServerAddresses;
  readonly dataDir: string;
  readonly log: Log;
  /** Forgets task queue, topic and database of the last start: the stack begins empty. */
  readonly fresh?: boolean;
  /** Topic and database of its own on shared servers: for tests. */
  readonly isolated?: boolean;
  /** Accounts other than `infra/local/accounts.json`. */
  readonly accounts?: string;
  /** Starts a part only. */
  readonly only?: readonly ProgramName[];
  /** Added to the environment of every program. */
  readonly env?: Readonly<Record<string, string>>;
}

/** Our programs, ready to be used. */
export interface Stack {
  readonly addresses: StackAddresses;
  readonly settings: StackSettings;
  readonly accountsFile: string;
  readonly processes: {
    pid(name: ProgramName): number | undefined;
    kill(name: ProgramName, signal: NodeJS.Signals): Promise<void>;
    /** Starts a killed (or running) program again and waits until it is ready. */
    restart(name: ProgramName): Promise<void>;
    /** Programs that ended although nobody asked them to, with their last lines. */
    died(): { name: ProgramName; lastLines: string }[];
  };
  /** Ends the programs, the last started first. The servers stay. */
  stop(): Promise<void>;
}

/** Starts worker, gateway, projection and identity provider on running servers and waits until all are ready. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const { dataDir, log } = options;
  const records = recordsOf(dataDir);
  mkdirSync(records, { recursive: true });
  const lock = takeLock(join(dataDir, 'stack.lock'));
  if (!lock.taken)
    throw new DataFolderInUse(`Process ${lock.holder} already runs Palabre on ${dataDir}. Stop it (Ctrl-C) or choose another folder.`);
  const rows: { name: ProgramName; process: ManagedProcess }[][] = [];
  const stop = async () => {
    release();
    removeStackFile(dataDir);
    for (const row of rows.toReversed()) await Promise.all(row.map(({ process }) => process.stop()));
    lock.release();
  };
  const release = atEnd(stop);
  try {
    for (const name of await endLeftovers(records)) log.info(`ended ${name}, which an earlier run had left behind`);
    const prepared = await prepare(options, records);
    rows.push(...prepared.rows);
    await Promise.all(rows.flat().map(({ name, process }) => told(log, `starting ${name}`, process.start())));
    return running(prepared, rows.flat(), dataDir, stop);
  } catch (reason) {
    await stop();
    throw reason;
  }
}

/** Ends programs that a killed supervisor left behind; answers their names. */
export function endStackLeftovers(dataDir: string): Promise<string[]> {
  return endLeftovers(recordsOf(dataDir));
}

function recordsOf(dataDir: string): string {
  return join(dataDir, 'stack');
}

interface Prepared {
  readonly rows: { name: ProgramName; process: ManagedProcess }[][];
  readonly addresses: StackAddresses;
  readonly settings: StackSettings;
  readonly accounts: readonly string[];
}

async function prepare(options: StackOptions, records: string): Promise<Prepared> {
  const { dataDir, servers, fresh = false, isolated = false } = options;
  const root = repositoryRoot();
  const accounts = options.accounts ?? join(root, 'infra', 'local', 'accounts.json');
  const settings = keptSettings(dataDir, { isolated, fresh });
  if (settings.database !== undefined) await ensureDatabase(root, servers.databaseUrl, settings.database);
  const database = settings.database === undefined ? servers.databaseUrl : databaseNamed(servers.databaseUrl, settings.database);
  const ports = await keptPorts(dataDir, PROGRAM_NAMES);
  const http = (name: ProgramName) => `http://${LOOPBACK}:${ports[name]}`;
  const addresses: StackAddresses = {
    gateway: http('gateway'),
    projection: http('projection'),
    identity: http('identity'),
    temporal: servers.temporalAddress,
    temporalUi: servers.temporalUi,
    kafka: servers.kafkaBrokers.join(','),
    database,
  };
  const provided = provideAccounts(readAccounts(accounts), dataDir, { issuer: addresses.identity, audience: AUDIENCE });
  const env = {
    ...environment({ addresses, worker: http('worker'), namespace: servers.temporalNamespace, settings, accounts: provided }),
    ...topicEnvironment(root),
    PALABRE_DATA: dataDir,
    PALABRE_ACCOUNTS: accountsFile(dataDir),
    ...options.env,
  };
  const only = options.only === undefined ? {} : { only: options.only };
  const rows = programRows({ root, ports, env, records, logs: join(dataDir, 'logs'), log: options.log, ...only });
  return { rows, addresses, settings, accounts: provided.accounts.map(({ account }) => account) };
}

function running(
  prepared: Prepared,
  programs: { name: ProgramName; process: ManagedProcess }[],
  dataDir: string,
  stop: () => Promise<void>,
): Stack {
  const named = (name: ProgramName): ManagedProcess => {
    const found = programs.find(program => program.name === name);
    if (found === undefined) throw new Error(`${name} is not part of this stack.`);
    return found.process;
  };
  const tell = () => {
    const pids = Object.fromEntries(programs.map(({ name, process }) => [name, process.pid]));
    const addresses = { ...prepared.addresses, database: withoutPassword(prepared.addresses.database) };
    const { taskQueue, topic } = prepared.settings;
    const about = { accounts: prepared.accounts, accountsFile: accountsFile(dataDir), logs: join(dataDir, 'logs') };
    writeStackFile(dataDir, { schema: 1, pid: process.pid, addresses, pids, taskQueue, topic, ...about });
  };
  tell();
  return {
    addresses: prepared.addresses,
    settings: prepared.settings,
    accountsFile: accountsFile(dataDir),
    processes: {
      pid: name => named(name).pid,
      kill: async (name, signal) => named(name).kill(signal),
      restart: async name => {
        await named(name).restart();
        tell();
      },
      died: () =>
        programs.flatMap(({ name, process }) => (process.diedSaying === undefined ? [] : [{ name, lastLines: process.diedSaying }])),
    },
    stop,
  };
}
