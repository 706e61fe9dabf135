import { streamKinds, type EventEnvelope } from '@palabre/contracts';
import { defaultPayloadConverter } from '@temporalio/common';
import type { NativeConnection } from '@temporalio/worker';

type WorkflowService = NativeConnection['workflowService'];
type HistoryEvent = NonNullable<
  NonNullable<Awaited<ReturnType<WorkflowService['getWorkflowExecutionHistory']>>['history']>['events']
>[number];

/** One run of one partnership's workflow. */
export interface Run {
  readonly workflowId: string;
  readonly runId: string;
}

/** A run as a sweep meets it. */
export interface ListedRun extends Run {
  /** True when it neither goes on nor came to its end: it failed, was terminated or cancelled, or ran out of time. */
  readonly wasCutOff: boolean;
}

/** What the server says about a run without its code. */
export interface RunDescription {
  readonly runId: string;
  readonly events: number;
  readonly isOpen: boolean;
  /** How often the pending workflow task has been tried; 0 when none is pending. */
  readonly taskAttempt: number;
  /** True when that task has been failing or hanging for longer than a killed worker explains. */
  readonly taskHangs: boolean;
}

/** The last announcement that a run has committed to. */
export interface CommittedHead {
  readonly version: number;
  /** When it was committed, in milliseconds; null when it was handed over by an earlier run. */
  readonly committedAt: number | null;
}

/** Each kind of stream is told by a workflow type of its name. */
const streamWorkflows = streamKinds.map(kind => `'${kind}'`).join(', ');

const runsPerPage = 200;
const eventsPerPage = 100;
const wholeHistoryPage = 500;

/** An attempt after the first one within this time may be a worker that was killed. */
const taskPatienceMs = 10_000;

const openStatus = 1;
const completedStatus = 2;
const continuedStatus = 6;

const millis = (time: { seconds?: unknown; nanos?: number | null } | null | undefined): number | null =>
  time ? Number(time.seconds) * 1_000 + Math.floor((time.nanos ?? 0) / 1_000_000) : null;

function announcedIn(event: HistoryEvent): readonly EventEnvelope[] | null {
  const scheduled = event.activityTaskScheduledEventAttributes;
  const payload = scheduled?.input?.payloads?.[0];
  return scheduled?.activityType?.name === 'announce' && payload ? defaultPayloadConverter.fromPayload<EventEnvelope[]>(payload) : null;
}

/** Version that a run was handed as announced: 0 for the first run of a partnership. */
function handedOver(event: HistoryEvent): number | null {
  const payload = event.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
  if (!payload) return null;
  return defaultPayloadConverter.fromPayload<{ carried: { announcedVersion: number } | null }>(payload).carried?.announcedVersion ?? 0;
}

/** Reads what the Temporal server keeps of partnerships, without running their code. */
export class WorkflowRuns {
  readonly #service: WorkflowService;
  readonly #namespace: string;
  readonly #taskQueue: string;

  constructor(connection: NativeConnection, { namespace, taskQueue }: { namespace: string; taskQueue: string }) {
    this.#service = connection.workflowService;
    this.#namespace = namespace;
    this.#taskQueue = taskQueue;
  }

  /**
   * The runs of this stack that no run of the same stream has carried on, page by page; ended ones as long as the
   * server keeps them. Those that were cut off are among them: what they committed to announce must arrive all the same.
   */
  async page(token: string): Promise<{ runs: readonly ListedRun[]; next: string | null }> {
    const query = `WorkflowType IN (${streamWorkflows}) AND TaskQueue = '${this.#taskQueue}' AND ExecutionStatus != 'ContinuedAsNew'`;
    const found = await this.#service.listWorkflowExecutions({
      namespace: this.#namespace,
      pageSize: runsPerPage,
      nextPageToken: Buffer.from(token, 'base64'),
      query,
    });
    const runs = found.executions.map(({ execution, status }) => ({
      workflowId: execution?.workflowId ?? '',
      runId: execution?.runId ?? '',
      wasCutOff: ![openStatus, completedStatus, continuedStatus].includes(Number(status)),
    }));
    return { runs, next: found.nextPageToken.length === 0 ? null : Buffer.from(found.nextPageToken).toString('base64') };
  }

  /** The workflow that a run belongs to; null when the server no longer knows it. */
  async workflowOf(runId: string): Promise<string | null> {
    const found = await this.#service.listWorkflowExecutions({ namespace: this.#namespace, pageSize: 1, query: `RunId = '${runId}'` });
    return found.executions[0]?.execution?.workflowId ?? null;
  }

  /** An empty run id asks for the latest run. */
  async describe(run: Run): Promise<RunDescription> {
    const { workflowExecutionInfo: info, pendingWorkflowTask: task } = await this.#service.describeWorkflowExecution({
      namespace: this.#namespace,
      execution: { workflowId: run.workflowId, runId: run.runId },
    });
    const taskAttempt = task?.attempt ?? 0;
    const since = millis(task?.originalScheduledTime) ?? millis(task?.scheduledTime) ?? Date.now();
    return {
      runId: info?.execution?.runId ?? run.runId,
      events: Number(info?.historyLength ?? 0),
      isOpen: Number(info?.status) === openStatus,
      taskAttempt,
      taskHangs: taskAttempt > 1 && Date.now() - since > taskPatienceMs,
    };
  }

  /** The newest announcement of a run, read from the end of its history. */
  async committedHead(run: Run): Promise<CommittedHead> {
    let nextPageToken: Uint8Array = new Uint8Array();
    do {
      const page = await this.#service.getWorkflowExecutionHistoryReverse({
        namespace: this.#namespace,
        execution: run,
        maximumPageSize: eventsPerPage,
        nextPageToken,
      });
      for (const event of page.history?.events ?? []) {
        const last = announcedIn(event)?.at(-1);
        if (last !== undefined) return { version: last.attributes.streamversion, committedAt: millis(event.eventTime) };
        const handed = handedOver(event);
        if (handed !== null) return { version: handed, committedAt: null };
      }
      nextPageToken = page.nextPageToken;
    } while (nextPageToken.length > 0);
    return { version: 0, committedAt: null };
  }

  /** The run before, and the version that this run was handed as announced. */
  async origin(run: Run): Promise<{ previous: Run | null; announcedBefore: number }> {
    const page = await this.#history(run, 1, new Uint8Array());
    const first = page.history?.events?.[0];
    const runId = first?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
    const announcedBefore = first === undefined ? null : handedOver(first);
    return { previous: runId ? { workflowId: run.workflowId, runId } : null, announcedBefore: announcedBefore ?? 0 };
  }

  /** Every batch that a run announced, in order, exactly as it was committed. */
  async *batches(run: Run): AsyncGenerator<readonly EventEnvelope[]> {
    let nextPageToken: Uint8Array = new Uint8Array();
    do {
      const page = await this.#history(run, wholeHistoryPage, nextPageToken);
      for (const event of page.history?.events ?? []) {
        const batch = announcedIn(event);
        if (batch !== null) yield batch;
      }
      nextPageToken = page.nextPageToken;
    } while (nextPageToken.length > 0);
  }

  #history(run: Run, maximumPageSize: number, nextPageToken: Uint8Array) {
    return this.#service.getWorkflowExecutionHistory({ namespace: this.#namespace, execution: run, maximumPageSize, nextPageToken });
  }
}
