import {
  partnershipStream,
  partnershipWorkflow,
  type Actor,
  type Command,
  type CommandAnswer,
  type OpenAction,
  type PartnershipStanding,
  type WhyNotAnswer,
} from '@palabre/contracts';
import { Client, Connection, WithStartWorkflowOperation, type WorkflowHandle } from '@temporalio/client';
import { WorkflowIdConflictPolicy, WorkflowIdReusePolicy } from '@temporalio/common';
import { updateIdOf } from '../commands/command-request.js';
import { NotRunning, replyOrThrow } from './temporal-failures.js';
import type { Opening, PartnershipWorkflows, Reply, WhyNotQuestion } from './workflows.port.js';

export interface TemporalSettings {
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
 * The partnerships' workflows behind Temporal. Connects at first use, so the gateway starts, and says what is wrong,
 * when the server is away. The SDK's own retries are off: `Patient` decides about them and counts them.
 */
export class TemporalPartnershipWorkflows implements PartnershipWorkflows {
  readonly #connection: Connection;
  readonly #client: Client;
  readonly #taskQueue: string;

  constructor({ address, namespace, taskQueue }: TemporalSettings) {
    this.#connection = Connection.lazy({ address, interceptors: [], channelArgs: reconnecting });
    this.#client = new Client({ connection: this.#connection, namespace });
    this.#taskQueue = taskQueue;
  }

  open(opening: Opening): Promise<Reply<CommandAnswer>> {
    const { partnership, command } = opening;
    return this.#decided(partnership, () =>
      this.#client.workflow.executeUpdateWithStart<Starting, CommandAnswer, [Command]>(partnershipWorkflow.execute, {
        updateId: updateIdOf(command),
        args: [command],
        startWorkflowOperation: this.#start(opening),
      }),
    );
  }

  execute(partnership: string, command: Command): Promise<Reply<CommandAnswer>> {
    const sent = { updateId: updateIdOf(command), args: [command] as [Command] };
    return this.#decided(partnership, () =>
      this.#handle(partnership).executeUpdate<CommandAnswer, [Command]>(partnershipWorkflow.execute, sent),
    );
  }

  standing(partnership: string): Promise<Reply<PartnershipStanding>> {
    return this.#asked<PartnershipStanding>(partnership, partnershipWorkflow.standing);
  }

  state(partnership: string): Promise<Reply<unknown>> {
    return this.#asked<unknown>(partnership, partnershipWorkflow.state);
  }

  whyNot(partnership: string, question: WhyNotQuestion): Promise<Reply<WhyNotAnswer>> {
    return this.#asked<WhyNotAnswer>(partnership, partnershipWorkflow.whyNot, question);
  }

  openActions(partnership: string, actor: Actor): Promise<Reply<readonly OpenAction[]>> {
    return this.#asked<readonly OpenAction[]>(partnership, partnershipWorkflow.openActions, actor);
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

  #handle(partnership: string): WorkflowHandle {
    return this.#client.workflow.getHandle(partnershipStream(partnership));
  }

  #start({ partnership, policy }: Opening): WithStartWorkflowOperation<Starting> {
    return new WithStartWorkflowOperation(partnershipWorkflow.type, {
      workflowId: partnershipStream(partnership),
      taskQueue: this.#taskQueue,
      args: [{ schemaVersion: 1, id: partnership, policy, carried: null }],
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

  async #decided<T>(partnership: string, decide: () => Promise<T>): Promise<Reply<T>> {
    try {
      return { kind: 'answered', value: await this.#within(decisionWithinMs, decide) };
    } catch (error) {
      return this.#explained(partnership, error);
    }
  }

  async #asked<T>(partnership: string, query: string, ...args: unknown[]): Promise<Reply<T>> {
    try {
      return {
        kind: 'answered',
        value: await this.#within(questionWithinMs, () => this.#handle(partnership).query<T, unknown[]>(query, ...args)),
      };
    } catch (error) {
      return this.#explained(partnership, error);
    }
  }

  async #explained(partnership: string, error: unknown): Promise<Reply<never>> {
    try {
      return replyOrThrow(error);
    } catch (failure) {
      if (!(failure instanceof NotRunning)) throw failure;
      return this.#whyNotRunning(partnership);
    }
  }

  async #whyNotRunning(partnership: string): Promise<Reply<never>> {
    try {
      const { status } = await this.#within(questionWithinMs, () => this.#handle(partnership).describe());
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
