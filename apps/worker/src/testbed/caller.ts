import { randomUUID } from 'node:crypto';
import {
  drainingFailure,
  partnershipStream,
  partnershipWorkflow,
  type Command,
  type CommandAnswer,
  type PartnershipPolicy,
} from '@palabre/contracts';
import type { PartnershipInput } from '@palabre/workflows';
import { defaultPayloadConverter } from '@temporalio/common';
import type { NativeConnection } from '@temporalio/worker';

const completed = 3;

const idea = {
  title: 'Water points',
  type: 'OP',
  desiredChange: 'Clean water within one hour on foot',
  trigger: 'other',
  origin: 'study',
  rightsServed: 'The right to water',
  whyTogether: 'Neither side can do it alone',
  peopleConcerned: 'Families of the river bank',
  financialFlows: false,
  project: null,
  charter: 'invented',
  workingLanguage: 'fr',
  calendar: 'real',
  calendarStartsAt: null,
};

const payloads = (value: unknown) => ({ payloads: [defaultPayloadConverter.toPayload(value)] });

/** Sends commands to partnerships over the bare protocol: the worker's room has no client. */
export class Caller {
  readonly #connection: NativeConnection;
  readonly #namespace: string;
  readonly #taskQueue: string;
  readonly #policy: PartnershipPolicy;
  readonly #started: string[] = [];

  constructor(connection: NativeConnection, { namespace, taskQueue }: { namespace: string; taskQueue: string }, policy: PartnershipPolicy) {
    this.#connection = connection;
    this.#namespace = namespace;
    this.#taskQueue = taskQueue;
    this.#policy = policy;
  }

  async start(id: string, input: unknown): Promise<void> {
    this.#started.push(id);
    await this.#connection.workflowService.startWorkflowExecution({
      namespace: this.#namespace,
      workflowId: partnershipStream(id),
      workflowType: { name: partnershipWorkflow.type },
      taskQueue: { name: this.#taskQueue },
      input: payloads(input),
      requestId: randomUUID(),
    });
  }

  /** Opens a partnership and says something in it `messages` times. Returns the version it has come to. */
  async live(id: string, messages: number): Promise<number> {
    await this.start(id, { schemaVersion: 1, id, policy: this.#policy, carried: null } satisfies PartnershipInput);
    await this.#send(id, 'OpenPartnership', idea);
    return this.say(id, messages);
  }

  async say(id: string, messages: number): Promise<number> {
    let version = 0;
    for (let said = 0; said < messages; said += 1) {
      ({ version } = await this.#send(id, 'PostPalaverMessage', { object: 'file', message: `message ${said}` }));
    }
    return version;
  }

  async end(id: string): Promise<void> {
    const execution = { workflowId: partnershipStream(id) };
    await this.#connection.workflowService.terminateWorkflowExecution({ namespace: this.#namespace, workflowExecution: execution });
  }

  /** Ends whatever was started and still runs. */
  async endAll(): Promise<void> {
    for (const id of this.#started) await this.end(id).catch(() => undefined);
  }

  async #send(id: string, type: string, data: unknown): Promise<CommandAnswer> {
    const commandId = `command-${randomUUID()}`;
    const actor = { person: 'person-officer', organisation: 'org-host', roles: ['hq-ops', 'partnership-officer'] };
    const command = { id: commandId, type, data, actor, correlation: `correlation-${commandId}` } as unknown as Command;
    for (;;) {
      const { outcome } = await this.#connection.workflowService.updateWorkflowExecution({
        namespace: this.#namespace,
        workflowExecution: { workflowId: partnershipStream(id) },
        waitPolicy: { lifecycleStage: completed },
        request: { meta: { updateId: commandId }, input: { name: partnershipWorkflow.execute, args: payloads(command) } },
      });
      const answer = outcome?.success?.payloads?.[0];
      if (answer) return defaultPayloadConverter.fromPayload<CommandAnswer>(answer);
      const failure = outcome?.failure;
      if (failure?.applicationFailureInfo?.type !== drainingFailure)
        throw new Error(`${type} was not answered: ${failure?.message ?? 'no outcome'}`);
    }
  }
}
