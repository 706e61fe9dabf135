import type { Logger } from '@palabre/event-log';
import type { SweepReport } from '@palabre/workflows';
import { defaultPayloadConverter } from '@temporalio/common';
import type { NativeConnection } from '@temporalio/worker';
import type { Vitals } from '../health/vitals.js';
import { scheduleIdOf } from './schedule.js';

/** A sweep that ended, by whichever worker. */
export interface EndedSweep {
  readonly runId: string;
  /** In milliseconds. */
  readonly endedAt: number;
  readonly report: SweepReport;
}

interface Where {
  readonly namespace: string;
  readonly taskQueue: string;
}

type Execution = { readonly workflowId?: string | null; readonly runId?: string | null };

/** Asks the Temporal server for the newest sweep that ended well. Every worker gets the same answer. */
export class LastSweep {
  readonly #service: NativeConnection['workflowService'];
  readonly #where: Where;
  #known: EndedSweep | null = null;

  constructor(connection: Pick<NativeConnection, 'workflowService'>, where: Where) {
    this.#service = connection.workflowService;
    this.#where = where;
  }

  /** Null when none of those that the schedule remembers has ended well. */
  async read(): Promise<EndedSweep | null> {
    const { namespace, taskQueue } = this.#where;
    const { info } = await this.#service.describeSchedule({ namespace, scheduleId: scheduleIdOf(taskQueue) });
    for (const { startWorkflowResult: started } of (info?.recentActions ?? []).toReversed()) {
      if (!started?.runId) continue;
      if (started.runId === this.#known?.runId) return this.#known;
      const ended = await this.#endOf(started);
      if (ended !== null) return (this.#known = ended);
    }
    return this.#known;
  }

  /** How a run ended; null while it goes on, and when it failed. */
  async #endOf({ workflowId, runId }: Execution): Promise<EndedSweep | null> {
    const { history } = await this.#service.getWorkflowExecutionHistoryReverse({
      namespace: this.#where.namespace,
      execution: { workflowId: workflowId ?? '', runId: runId ?? '' },
      maximumPageSize: 1,
    });
    const last = history?.events?.[0];
    const payload = last?.workflowExecutionCompletedEventAttributes?.result?.payloads?.[0];
    if (!last || !payload) return null;
    const endedAt = Number(last.eventTime?.seconds ?? 0) * 1_000;
    return { runId: runId ?? '', endedAt, report: defaultPayloadConverter.fromPayload<SweepReport>(payload) };
  }
}

const longestLookMs = 5_000;

/** Keeps health informed of what sweeps find, whoever carries them out. */
export class SweepWatch {
  readonly #last: Pick<LastSweep, 'read'>;
  readonly #vitals: Vitals;
  readonly #logger: Logger;
  readonly #lookEveryMs: number;
  #timer: NodeJS.Timeout | null = null;
  #told: string | null = null;

  constructor(last: Pick<LastSweep, 'read'>, vitals: Vitals, logger: Logger, sweepEverySeconds: number) {
    this.#last = last;
    this.#vitals = vitals;
    this.#logger = logger;
    this.#lookEveryMs = Math.min(longestLookMs, (sweepEverySeconds * 1_000) / 2);
  }

  watch(): void {
    this.#timer = setInterval(() => void this.look(), this.#lookEveryMs).unref();
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  /** A server that does not answer leaves health as it was: without news the last sweep becomes stale by itself. */
  async look(): Promise<void> {
    try {
      const ended = await this.#last.read();
      if (ended === null || ended.runId === this.#told) return;
      this.#told = ended.runId;
      this.#vitals.swept(ended.report, ended.endedAt);
      const { failed, gone, stuck, ailing } = ended.report;
      if (ailing.length > 0) this.#logger.error({ part: 'sweep', failed, gone, stuck, ailing }, 'streams lag and do not heal');
    } catch (error) {
      if (this.#timer === null) return;
      this.#logger.warn({ part: 'health', error: String(error) }, 'the last sweep could not be looked at');
    }
  }
}
