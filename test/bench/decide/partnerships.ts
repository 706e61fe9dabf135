import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  drainingFailure,
  partnershipStream,
  partnershipWorkflow,
  type Command,
  type CommandAnswer,
  type PartnershipStanding,
} from '@palabre/contracts';
import { policyOfCharter } from '@palabre/testing';
import { Client, Connection, WithStartWorkflowOperation, WorkflowUpdateFailedError, type WorkflowHandle } from '@temporalio/client';

/** Failures travel as their type's name. */
const isDraining = (error: unknown): boolean =>
  error instanceof WorkflowUpdateFailedError && (error.cause as { type?: string } | undefined)?.type === drainingFailure;

const againAfterMs = 20;

/** Partnerships asked directly through Temporal, as the gateway does it, without the gateway. */
export class Partnerships {
  readonly client: Client;
  readonly #taskQueue: string;

  private constructor(client: Client, taskQueue: string) {
    this.client = client;
    this.#taskQueue = taskQueue;
  }

  static async connect(address: string, namespace: string, taskQueue: string): Promise<Partnerships> {
    return new Partnerships(new Client({ connection: await Connection.connect({ address }), namespace }), taskQueue);
  }

  close(): Promise<void> {
    return this.client.connection.close();
  }

  handle(id: string, runId?: string): WorkflowHandle {
    return this.client.workflow.getHandle(partnershipStream(id), runId);
  }

  async open(id: string, opening: Command): Promise<CommandAnswer> {
    type Starting = (input: unknown) => Promise<void>;
    return this.client.workflow.executeUpdateWithStart<Starting, CommandAnswer, [Command]>(partnershipWorkflow.execute, {
      updateId: opening.id,
      args: [opening],
      startWorkflowOperation: new WithStartWorkflowOperation<Starting>(partnershipWorkflow.type, {
        workflowId: partnershipStream(id),
        taskQueue: this.#taskQueue,
        args: [{ schemaVersion: 1, id, policy: policyOfCharter('mdm', 'OP'), carried: null }],
        workflowIdConflictPolicy: 'USE_EXISTING',
      }),
    });
  }

  /** Sends a command; one that meets a file going on in a new run is sent again, and its time counts from the first sending. */
  async send(id: string, command: Command): Promise<CommandAnswer> {
    for (;;) {
      try {
        const updateId = `${command.id}/${randomUUID()}`;
        return await this.handle(id).executeUpdate<CommandAnswer, [Command]>(partnershipWorkflow.execute, { updateId, args: [command] });
      } catch (error) {
        if (!isDraining(error)) throw error;
        await pause(againAfterMs);
      }
    }
  }

  standing(id: string): Promise<PartnershipStanding> {
    return this.handle(id).query<PartnershipStanding>(partnershipWorkflow.standing);
  }

  /** Waits until everything decided has been announced. */
  async settled(id: string): Promise<number> {
    for (;;) {
      const { version, announcedVersion } = await this.standing(id);
      if (announcedVersion === version) return version;
      await pause(againAfterMs);
    }
  }

  /** Opens a partnership and plays the rest of its commands, each of which must be accepted. */
  async play(id: string, commands: readonly Command[], after: () => Promise<unknown> = () => Promise.resolve()): Promise<void> {
    const [opening, ...others] = commands;
    if (!opening) return;
    await this.open(id, opening);
    await after();
    for (const command of others) {
      const answer = await this.send(id, command);
      if (answer.outcome === 'refused') throw new Error(`${command.type} was refused: ${answer.refusal.reason.en}`);
      await after();
    }
  }
}
