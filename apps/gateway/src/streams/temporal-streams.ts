import {
  partnershipWorkflow,
  streamName,
  type Actor,
  type AnyCommand,
  type CommandAnswer,
  type OpenAction,
  type PartnershipStanding,
  type TemporalSecurity,
  type WhyNotAnswer,
} from '@palabre/contracts';
import { Client, Connection, WithStartWorkflowOperation, type WorkflowHandle } from '@temporalio/client';
import { WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/common';
import { updateIdOf } from '../commands/command-request.js';
import { NotRunning, replyOrThrow } from '../partnerships/temporal-failures.js';
import { securityOptions } from '../partnerships/temporal-security.js';
import type { Reply, WhyNotQuestion } from '../partnerships/workflows.port.js';
import type { StreamRef, StreamWorkflows } from './stream-workflows.port.js';

/** `tls` null or left out for a connection that is not encrypted. */
export interface TemporalSettings extends Partial<TemporalSecurity> {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
}

/** The workflow as its starter sees it; its input is the workflow's public schema. */
type Starting = (input: unknown) => Promise<void>;

/**
 * Longest wait for one attempt, in milliseconds. A decision may have to wait ten seconds until Temporal gives up on a
 * worker that was killed and hands its task to another one.
 */
const decisionWithinMs = 12_000;
const questionWithinMs = 4_000;
const lifeWithinMs = 1_000;

/** The channel looks for a server that was away every second at the latest; grpc's own default grows to two minutes. */
const reconnecting = { 'grpc.initial_reconnect_backoff_ms': 100, 'grpc.max_reconnect_backoff_ms': 1_000 };

/**
 * The workflows of all streams behind Temporal. Connects at first use, so the gateway starts, and says what is wrong,
 * when the server is away. The SDK's own retries are off: `Patient` decides about them and counts them.
 */
export class TemporalStreams implements StreamWorkflows {
  readonly #connection: Connection;
  readonly #client: Client;
  readonly #taskQueue: string;

  constructor({ address, namespace, taskQueue, ...security }: TemporalSettings) {
    this.#connection = Connection.lazy({ address, ...securityOptions(security), interceptors: [], channelArgs: reconnecting });
    this.#client = new Client({ connection: this.#connection, namespace });
    this.#taskQueue = taskQueue;
  }

  open(stream: StreamRef, input: unknown, command: AnyCommand): Promise<Reply<CommandAnswer>> {
    return this.#decided(stream, () =>
      this.#client.workflow.executeUpdateWithStart<Starting, CommandAnswer, [AnyCommand]>(partnershipWorkflow.execute, {
        updateId: updateIdOf(command),
        args: [command],
        startWorkflowOperation: this.#start(stream, input),
      }),
    );
  }

  execute(stream: StreamRef, command: AnyCommand): Promise<Reply<CommandAnswer>> {
    const sent = { updateId: updateIdOf(command), args: [command] as [AnyCommand] };
    return this.#decided(stream, () => this.#handle(stream).executeUpdate<CommandAnswer, [AnyCommand]>(partnershipWorkflow.execute, sent));
  }

  standing(stream: StreamRef): Promise<Reply<PartnershipStanding>> {
    return this.#asked<PartnershipStanding>(stream, partnershipWorkflow.standing);
  }

  state(stream: StreamRef): Promise<Reply<unknown>> {
    return this.#asked<unknown>(stream, partnershipWorkflow.state);
  }

  whyNot(stream: StreamRef, question: WhyNotQuestion): Promise<Reply<WhyNotAnswer>> {
    return this.#asked<WhyNotAnswer>(stream, partnershipWorkflow.whyNot, { ...question, at: new Date().toISOString() });
  }

  openActions(stream: StreamRef, actor: Actor): Promise<Reply<readonly OpenAction[]>> {
    return this.#asked<readonly OpenAction[]>(stream, partnershipWorkflow.openActions, actor);
  }

  async reachable(): Promise<boolean> {
    const { namespace } = this.#client.options;
    const asked = () => this.#client.workflowService.describeNamespace({ namespace });
    return this.#within(lifeWithinMs, asked).then(
      () => true,
      () => false,
    );
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }

  #handle(stream: StreamRef): WorkflowHandle {
    return this.#client.workflow.getHandle(streamName(stream.kind, stream.id));
  }

  #start({ kind, id }: StreamRef, input: unknown): WithStartWorkflowOperation<Starting> {
    return new WithStartWorkflowOperation(kind, {
      workflowId: streamName(kind, id),
      taskQueue: this.#taskQueue,
      args: [input],
      workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
      // A file that has ended never begins again under its id; one whose opening was turned away may.
      workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE_FAILED_ONLY,
      // How long a decision waits for a worker that was killed while it held the file; the default is 10 s.
      workflowTaskTimeout: '5s',
    });
  }

  #within<T>(milliseconds: number, ask: () => Promise<T>): Promise<T> {
    return this.#connection.withDeadline(Date.now() + milliseconds, ask);
  }

  async #decided<T>(stream: StreamRef, decide: () => Promise<T>): Promise<Reply<T>> {
    try {
      return { kind: 'answered', value: await this.#within(decisionWithinMs, decide) };
    } catch (error) {
      return this.#explained(stream, error);
    }
  }

  async #asked<T>(stream: StreamRef, query: string, ...args: unknown[]): Promise<Reply<T>> {
    try {
      return {
        kind: 'answered',
        value: await this.#within(questionWithinMs, () => this.#handle(stream).query<T, unknown[]>(query, ...args)),
      };
    } catch (error) {
      return this.#explained(stream, error);
    }
  }

  async #explained(stream: StreamRef, error: unknown): Promise<Reply<never>> {
    try {
      return replyOrThrow(error);
    } catch (failure) {
      if (!(failure instanceof NotRunning)) throw failure;
      return this.#whyNotRunning(stream);
    }
  }

  async #whyNotRunning(stream: StreamRef): Promise<Reply<never>> {
    try {
      const { status } = await this.#within(questionWithinMs, () => this.#handle(stream).describe());
      if (status.name === 'COMPLETED') return { kind: 'ended' };
      // A run that failed never opened. A running one began between the two questions: the same attempt again finds it.
      return { kind: status.name === 'RUNNING' ? 'draining' : 'unknown' };
    } catch (error) {
      return this.#unknownOrThrow(error);
    }
  }

  #unknownOrThrow(error: unknown): Reply<never> {
    try {
      return replyOrThrow(error);
    } catch (failure) {
      if (failure instanceof NotRunning) return { kind: 'unknown' };
      throw failure;
    }
  }
}
