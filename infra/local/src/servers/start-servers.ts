import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../entry.js';
import { told, type Log } from '../log.js';
import { atEnd } from '../processes/ending.js';
import { takeLock } from '../processes/lock.js';
import { endLeftovers } from '../processes/records.js';
import { givenAddresses } from './addresses.js';
import { kafkaServer } from './kafka.js';
import { keptPorts, LOOPBACK } from './ports.js';
import { postgresServer } from './postgres.js';
import type { ManagedProcess } from '../processes/managed-process.js';
import { temporalServer } from './temporal.js';

/** The three servers everything stands on. */
export type ServerName = 'temporal' | 'kafka' | 'postgres';

/** The three servers, ready to be used. */
export interface RunningServers {
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  /** Address of Temporal's own web pages, when asked for and when the server is ours. */
  readonly temporalUi: string | undefined;
  readonly kafkaBrokers: readonly string[];
  readonly databaseUrl: string;
  /** Where each server came from: a source's name, or `address`. */
  readonly sources: Readonly<Record<ServerName, string>>;
  /** Ends the servers that we started; data stay. */
  stop(): Promise<void>;
  /** For fault tests. A server given by address is not ours: refused with an error. */
  kill(name: ServerName, signal: NodeJS.Signals): Promise<void>;
  /** Starts a killed (or running) server again on the same port and data, and waits until it is ready. */
  restart(name: ServerName): Promise<void>;
  /** Ends Kafka, deletes all it has stored, and starts it empty on the same port. */
  wipe(name: 'kafka'): Promise<void>;
}

/** Another process runs a stack on the same data folder. */
export class DataFolderInUse extends UsageError {
  override readonly name = 'DataFolderInUse';
}

interface Started {
  readonly server: ManagedProcess | undefined;
  readonly source: string;
}

const PORT_NAMES = ['temporal', 'temporalHttp', 'temporalMetrics', 'temporalUi', 'kafka', 'kafkaController', 'postgres'] as const;

/**
 * Provides Temporal, Kafka and PostgreSQL with their data below `dataDir` and waits until all three take requests.
 * A server whose address is in the environment is not started. What an earlier, killed run left behind is ended first.
 */
export async function startServers(options: {
  dataDir: string;
  log: Log;
  temporalUi?: boolean;
  env?: NodeJS.ProcessEnv;
}): Promise<RunningServers> {
  const { dataDir, log } = options;
  mkdirSync(join(dataDir, 'logs'), { recursive: true });
  const lock = takeLock(join(dataDir, 'servers.lock'));
  if (!lock.taken)
    throw new DataFolderInUse(`Process ${lock.holder} already runs the servers of ${dataDir}. Stop it (Ctrl-C) or choose another folder.`);
  const started: Partial<Record<ServerName, Started>> = {};
  const stop = async () => {
    release();
    await Promise.all(Object.values(started).map(async one => one.server?.stop()));
    lock.release();
  };
  const release = atEnd(stop);
  try {
    for (const name of await endLeftovers(dataDir)) log.info(`ended ${name}, which an earlier run had left behind`);
    return await provideAll(options, started, stop);
  } catch (reason) {
    await stop();
    throw reason;
  }
}

async function provideAll(
  options: { dataDir: string; log: Log; temporalUi?: boolean; env?: NodeJS.ProcessEnv },
  started: Partial<Record<ServerName, Started>>,
  stop: () => Promise<void>,
): Promise<RunningServers> {
  const { dataDir, log, temporalUi: ui = false } = options;
  const given = givenAddresses(options.env ?? process.env);
  const ports = await keptPorts(dataDir, PORT_NAMES);
  const begin = async <Plan extends { server: ManagedProcess; source: string }>(name: ServerName, plan: Promise<Plan>) => {
    const provided = await plan;
    started[name] = provided;
    await told(log, `starting ${name} (${provided.source})`, provided.server.start());
    return provided;
  };
  const namespace = given.temporalNamespace;
  const temporalUnlessGiven = async () =>
    given.temporalAddress === undefined ? begin('temporal', temporalServer({ dataDir, namespace, ports, ui, log })) : undefined;
  const kafkaUnlessGiven = async () =>
    given.kafkaBrokers === undefined ? begin('kafka', kafkaServer({ dataDir, ports, log })) : undefined;
  const postgresUnlessGiven = async () =>
    given.databaseUrl === undefined ? begin('postgres', postgresServer({ dataDir, port: ports.postgres, log })) : undefined;
  const settled = await Promise.allSettled([temporalUnlessGiven(), kafkaUnlessGiven(), postgresUnlessGiven()]);
  const [, kafka, postgres] = settled;
  throwFailures(settled);
  const ownUi = ui && given.temporalAddress === undefined;
  return {
    temporalAddress: given.temporalAddress ?? `${LOOPBACK}:${ports.temporal}`,
    temporalNamespace: namespace,
    temporalUi: ownUi ? `http://${LOOPBACK}:${ports.temporalUi}` : undefined,
    kafkaBrokers: given.kafkaBrokers ?? [`${LOOPBACK}:${ports.kafka}`],
    databaseUrl: given.databaseUrl ?? valueOf(postgres)?.databaseUrl ?? '',
    sources: {
      temporal: started.temporal?.source ?? 'address',
      kafka: started.kafka?.source ?? 'address',
      postgres: started.postgres?.source ?? 'address',
    },
    stop,
    ...control(started, () => valueOf(kafka)?.wipe()),
  };
}

function control(started: Partial<Record<ServerName, Started>>, wipeKafka: () => void): Pick<RunningServers, 'kill' | 'restart' | 'wipe'> {
  const ours = (name: ServerName): ManagedProcess => {
    const server = started[name]?.server;
    if (server === undefined) throw new Error(`${name} was given by its address in the environment: it is not ours to end or to start.`);
    return server;
  };
  return {
    kill: async (name, signal) => ours(name).kill(signal),
    restart: async name => ours(name).restart(),
    wipe: async name => {
      await ours(name).stop();
      wipeKafka();
      await ours(name).start();
    },
  };
}

function valueOf<Value>(settled: PromiseSettledResult<Value>): Value | undefined {
  return settled.status === 'fulfilled' ? settled.value : undefined;
}

function throwFailures(settled: readonly PromiseSettledResult<unknown>[]): void {
  const failed = settled.filter(one => one.status === 'rejected').map(one => one.reason as Error);
  if (failed.length === 0) return;
  throw failed.length === 1 && failed[0] !== undefined
    ? failed[0]
    : new AggregateError(failed, failed.map(one => one.message).join('\n\n'));
}
