import { randomUUID } from 'node:crypto';
import {
  drainingFailure,
  partnershipStream,
  partnershipWorkflow,
  streamName,
  type AnyCommand,
  type Command,
  type CommandAnswer,
  type EventEnvelope,
  type OwnedStreamKind,
  type PartnershipStanding,
  type StreamKind,
  type StreamSettings,
} from '@palabre/contracts';
import { inventedPolicy } from '@palabre/testing';
import { Client, Connection, WithStartWorkflowOperation, WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure, WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/common';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { DefaultLogger, NativeConnection, Runtime, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import type { OwnedInput } from '../hosting/owned-input.js';
import type { PartnershipInput } from '../partnership/input.js';
import type { RecordedHistory } from '../replay/payload-gate.js';
import { EventLogInMemory } from './event-log-in-memory.js';

export { turnedAway } from './turned-away.js';

function addressOf(): string {
  const address = process.env['TEMPORAL_ADDRESS'];
  if (!address) throw new Error('These tests need a real Temporal server: set TEMPORAL_ADDRESS, or run `npm test`, which provides one.');
  return address;
}

/** Generous: it ends as soon as the condition holds, and a loaded machine is no failure. */
const settleWithinMs = 60_000;

const isDraining = (error: unknown): boolean =>
  error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure && error.cause.type === drainingFailure;

/** Partnerships on the real server, with a task queue of their own, a worker in this process and an event log in memory. */
export class Stage {
  readonly taskQueue = `workflows-${randomUUID()}`;
  readonly eventLog = new EventLogInMemory();
  readonly #client: Client;
  readonly #native: NativeConnection;
  #worker: Worker | null = null;
  #running: Promise<void> = Promise.resolve();
  #started: string[] = [];

  private constructor(client: Client, native: NativeConnection) {
    this.#client = client;
    this.#native = native;
  }

  static async set(): Promise<Stage> {
    const address = addressOf();
    Runtime.install({ logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { forward: {}, filter: { core: 'ERROR' } } } });
    const [connection, native] = await Promise.all([Connection.connect({ address }), NativeConnection.connect({ address })]);
    return new Stage(new Client({ connection, namespace: process.env['TEMPORAL_NAMESPACE'] ?? 'default' }), native);
  }

  async startWorker(workflowBundle: WorkflowBundleWithSourceMap, more: { maxCachedWorkflows?: number } = {}): Promise<void> {
    const activities = { announce: (batch: EventEnvelope[]) => this.eventLog.take(batch) };
    const namespace = process.env['TEMPORAL_NAMESPACE'] ?? 'default';
    const sinks = { activityRecorder: { asked: { fn: () => undefined } } };
    this.#worker = await Worker.create({
      connection: this.#native,
      namespace,
      taskQueue: this.taskQueue,
      workflowBundle,
      activities,
      sinks,
      ...more,
    });
    this.#running = this.#worker.run();
  }

  async stopWorker(): Promise<void> {
    this.#worker?.shutdown();
    await this.#running;
    this.#worker = null;
  }

  /** Ends what still runs, so that nothing of this stage stays on the server. */
  async strike(): Promise<void> {
    for (const id of this.#started)
      await this.handle(id)
        .terminate('end of the test')
        .catch(() => undefined);
    if (this.#worker !== null) await this.stopWorker();
    await this.#client.connection.close();
    await this.#native.close();
  }

  /** `id` of a partnership, or the whole name of another stream. */
  handle(id: string, runId?: string) {
    return this.#client.workflow.getHandle(id.includes('/') ? id : partnershipStream(id), runId);
  }

  /** Starts the partnership with its opening command, as the gateway does. */
  open(id: string, opening: Command): Promise<CommandAnswer> {
    this.#started.push(id);
    const input: PartnershipInput = { schemaVersion: 1, id, policy: inventedPolicy, carried: null };
    return this.#begin('partnership', id, input, opening);
  }

  /** The same for a stream of another kind. */
  openStream(kind: OwnedStreamKind, id: string, settings: StreamSettings, opening: AnyCommand): Promise<CommandAnswer> {
    this.#started.push(streamName(kind, id));
    const input: OwnedInput = { schemaVersion: 1, id, settings, carried: null };
    return this.#begin(kind, id, input, opening);
  }

  #begin(kind: StreamKind, id: string, input: unknown, opening: AnyCommand): Promise<CommandAnswer> {
    type Starting = (input: unknown) => Promise<void>;
    return this.#client.workflow.executeUpdateWithStart<Starting, CommandAnswer, [AnyCommand]>(partnershipWorkflow.execute, {
      updateId: `${opening.id}/${randomUUID()}`,
      args: [opening],
      startWorkflowOperation: new WithStartWorkflowOperation<Starting>(kind, {
        workflowId: streamName(kind, id),
        taskQueue: this.taskQueue,
        args: [input],
        workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
        workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE_FAILED_ONLY,
      }),
    });
  }

  /** Starts a run from an input, as continue-as-new does. */
  async start(input: unknown, id: string): Promise<void> {
    this.#started.push(id);
    await this.#client.workflow.start(partnershipWorkflow.type, {
      workflowId: partnershipStream(id),
      taskQueue: this.taskQueue,
      args: [input],
    });
  }

  /** One attempt, under an Update id of its own, so that the workflow itself has to know repeated commands. */
  attempt(id: string, command: AnyCommand): Promise<CommandAnswer> {
    return this.handle(id).executeUpdate<CommandAnswer, [AnyCommand]>(partnershipWorkflow.execute, {
      updateId: `${command.id}/${randomUUID()}`,
      args: [command],
    });
  }

  /** As the gateway does it: a file that goes on in a new run is asked again, and nobody notices. */
  async send(id: string, command: AnyCommand): Promise<CommandAnswer> {
    for (;;) {
      try {
        return await this.attempt(id, command);
      } catch (error) {
        if (!isDraining(error)) throw error;
        this.drainings += 1;
      }
    }
  }

  /** How often a command met a file that was going on in a new run. */
  drainings = 0;

  query<T>(id: string, name: string, ...args: unknown[]): Promise<T> {
    return this.handle(id).query<T, unknown[]>(name, ...args);
  }

  /** Waits until everything decided has been announced, and says up to which version. */
  async settled(id: string): Promise<number> {
    for (const giveUpAt = Date.now() + settleWithinMs; ;) {
      const { version, announcedVersion } = await this.query<PartnershipStanding>(id, partnershipWorkflow.standing);
      if (announcedVersion === version) return version;
      if (Date.now() > giveUpAt) throw new Error(`${id}: version ${version} decided, ${announcedVersion} announced`);
    }
  }

  /** Waits until a timer of the latest run has rung. */
  async timerRang(id: string): Promise<void> {
    for (const giveUpAt = Date.now() + settleWithinMs; Date.now() < giveUpAt;) {
      const { events } = await this.handle(id).fetchHistory();
      if (events?.some(event => event.timerFiredEventAttributes)) return;
    }
    throw new Error(`${id}: no timer rang`);
  }

  /** Every run of a partnership so far, oldest first, as recorded. */
  async histories(id: string): Promise<RecordedHistory[]> {
    const found: RecordedHistory[] = [];
    for (let runId: string | undefined; ;) {
      const history = await this.handle(id, runId).fetchHistory();
      found.unshift(JSON.parse(historyToJSON(history)) as RecordedHistory);
      const before = history.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
      if (!before) return found;
      runId = before;
    }
  }
}
