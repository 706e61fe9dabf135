import { createAnnouncer, ensureTopic, type Announcer } from '@palabre/event-log';
import { NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { pino, type Logger } from 'pino';
import { bindAnnouncing } from './announcing.js';
import type { TemporalAddress, WorkerConfiguration } from './configuration.js';
import { FailingRuns } from './health/failing-runs.js';
import { serveHealth } from './health/health-server.js';
import { Vitals } from './health/vitals.js';
import { LastSweep, SweepWatch } from './sweeping/last-sweep.js';
import { bindSweeping } from './sweeping/sweeping.js';
import { ensureSchedule } from './sweeping/schedule.js';
import { WorkflowRuns } from './sweeping/workflow-runs.js';
import { patiently } from './temporal/patiently.js';
import { temporalLogger } from './temporal/temporal-log.js';
import { tlsOptions } from './temporal/tls-options.js';
import { bundlePlace } from './temporal/kept-bundle.js';
import { bundleBuiltWorkflows, bundleWorkflows } from './temporal/workflow-bundle.js';

/** What tests may exchange. Nothing of it can be set from the environment. */
export interface WorkerParts {
  /** File whose exports are the workflows; TypeScript is bundled from sources. */
  readonly workflowsPath?: string;
}

export interface RunningWorker {
  /** Port of the health page. */
  readonly port: number;
  /** Settles when the worker has ended: resolved after a drain, rejected when it broke. */
  readonly ended: Promise<void>;
  /** Takes no new work, lets what runs come to its end within a bounded time, and closes everything. */
  drain(): Promise<void>;
}

/** Looks at something again and again, for health. */
interface Watch {
  watch(): void;
  stop(): void;
}

/** Work in hand may take this long to end after a drain began; then it is cancelled, and left to another worker. */
const drainGrace = '4 seconds';
const drainForce = '7 seconds';

/** How soon work that was meant for a worker that died goes to another one. */
const stickyPatience = '2 seconds';

const connect = ({ address, tls, apiKey }: TemporalAddress): Promise<NativeConnection> =>
  NativeConnection.connect({ address, tls: tls === null ? false : tlsOptions(tls), ...(apiKey === null ? {} : { apiKey }) });

/** The SDK has one runtime per process, which takes one logger. */
function installRuntime(log: Logger, vitals: Vitals): void {
  Runtime.install({
    logger: temporalLogger(log, runId => vitals.taskFailed(runId, null)),
    telemetryOptions: { logging: { forward: {}, filter: { core: 'WARN', other: 'ERROR' } } },
    shutdownSignals: [],
  });
}

function openEventLog({ eventLog }: WorkerConfiguration, log: Logger): Announcer {
  const { brokers, topic, facts } = eventLog;
  // Announcing creates a missing topic itself; this only makes it exist before the first event.
  ensureTopic({ brokers, topic, ...facts, logger: log }).catch((error: unknown) =>
    log.warn({ part: 'kafka', topic, error: String(error) }, 'the topic could not be ensured yet'),
  );
  return createAnnouncer({ brokers, clientId: 'palabre-worker', topic, topicFacts: facts, logger: log });
}

async function createWorker(
  configuration: WorkerConfiguration,
  connection: NativeConnection,
  activities: object,
  workflowsPath?: string,
): Promise<Worker> {
  const { namespace, taskQueue } = configuration.temporal;
  const { logger } = Runtime.instance();
  return Worker.create({
    connection,
    namespace,
    taskQueue,
    activities,
    workflowBundle: await (workflowsPath === undefined
      ? bundleBuiltWorkflows(await bundlePlace(), logger)
      : bundleWorkflows(workflowsPath, logger)),
    stickyQueueScheduleToStartTimeout: stickyPatience,
    shutdownGraceTime: drainGrace,
    shutdownForceTime: drainForce,
  });
}

async function untilEnded(worker: Worker, closeAll: () => Promise<void>): Promise<void> {
  try {
    await worker.run();
  } finally {
    await closeAll();
  }
}

/** Binds ports to adapters and runs the workflows of one stack. */
export async function startWorker(configuration: WorkerConfiguration, parts: WorkerParts = {}): Promise<RunningWorker> {
  const { temporal, sweeping } = configuration;
  const log = pino({ level: configuration.logLevel, base: { process: 'worker', pid: process.pid } });
  const vitals = new Vitals(Date.now, sweeping?.everySeconds ?? null);
  installRuntime(log, vitals);
  const health = await serveHealth(vitals, configuration.health);
  const connection = await patiently(() => connect(temporal), log, 'Temporal');
  const announcer = openEventLog(configuration, log);
  const runs = new WorkflowRuns(connection, temporal);
  const sweepingPorts = sweeping === null ? {} : bindSweeping({ configuration: sweeping, runs, announcer, vitals, logger: log });
  const activities = { ...bindAnnouncing(announcer, vitals, log), ...sweepingPorts };
  const worker = await createWorker(configuration, connection, activities, parts.workflowsPath);
  const watches: Watch[] = [new FailingRuns(runs, vitals, log)];
  if (sweeping !== null) {
    await patiently(() => ensureSchedule(connection, temporal, sweeping.everySeconds), log, 'the schedule of the sweeper');
    watches.push(new SweepWatch(new LastSweep(connection, temporal), vitals, log, sweeping.everySeconds));
  }
  for (const watch of watches) watch.watch();
  vitals.enter('running');
  const closeAll = async (): Promise<void> => {
    for (const watch of watches) watch.stop();
    await announcer.close();
    await connection.close();
    await health.close();
  };
  const ended = untilEnded(worker, closeAll);
  log.info({ taskQueue: temporal.taskQueue, port: health.port }, 'the worker runs');
  return {
    port: health.port,
    ended,
    drain: () => {
      vitals.enter('draining');
      if (worker.getState() === 'RUNNING') worker.shutdown();
      return ended;
    },
  };
}
