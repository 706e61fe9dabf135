import type { SweepReport } from '@palabre/workflows';

/** A run whose workflow task fails: it is retried for ever, and its partnership stands still until somebody looks. */
export interface FailingRun {
  readonly runId: string;
  /** `partnership/<id>` once known. */
  readonly workflowId: string | null;
  readonly since: string;
}

/** What the last sweep found. Not one worker's knowledge: whoever carried it out, all workers tell the same. */
export type SweepFindings = Pick<SweepReport, 'compared' | 'behind' | 'ahead' | 'failed' | 'gone' | 'stuck' | 'ailing'>;

/** What the worker says about itself. `well` false means that somebody must look. */
export interface HealthReport {
  readonly well: boolean;
  readonly state: 'starting' | 'running' | 'draining';
  readonly failingWorkflowTasks: { readonly now: number; readonly total: number; readonly runs: readonly FailingRun[] };
  readonly announcing: { readonly retries: number; readonly streamsWaiting: number; readonly waitingSince: string | null };
  readonly sweeping: {
    readonly on: boolean;
    readonly lastAt: string | null;
    readonly stale: boolean;
    /** Events announced again, by all sweeps of this stack together. */
    readonly reannounced: number;
    readonly last: SweepFindings | null;
  };
}

/** Announcing may fail for this long (a broker restarts) before the worker counts as unwell. */
const announcingPatienceMs = 15_000;

/** A sweep that is later than this many intervals is stale. */
const staleAfterIntervals = 3;

const runsShown = 20;

/** The counters behind the health page. Times come from the clock that is handed in. */
export class Vitals {
  readonly #clock: () => number;
  readonly #sweepEveryMs: number | null;
  readonly #startedAt: number;
  readonly #failing = new Map<string, FailingRun>();
  readonly #waiting = new Map<string, number>();
  #state: HealthReport['state'] = 'starting';
  #failures = 0;
  #retries = 0;
  #reannounced = 0;
  #sweptAt: number | null = null;
  #found: SweepFindings | null = null;

  constructor(clock: () => number, sweepEverySeconds: number | null) {
    this.#clock = clock;
    this.#startedAt = clock();
    this.#sweepEveryMs = sweepEverySeconds === null ? null : sweepEverySeconds * 1_000;
  }

  enter(state: HealthReport['state']): void {
    this.#state = state;
  }

  taskFailed(runId: string, workflowId: string | null): void {
    this.#failures += 1;
    const since = this.#failing.get(runId)?.since ?? new Date(this.#clock()).toISOString();
    this.#failing.set(runId, { runId, workflowId, since });
  }

  /** True when this run is not yet known as failing. */
  isNewFailure(runId: string): boolean {
    return !this.#failing.has(runId);
  }

  /** The workflow of a failing run has become known. */
  name(runId: string, workflowId: string): void {
    const failing = this.#failing.get(runId);
    if (failing !== undefined) this.#failing.set(runId, { ...failing, workflowId });
  }

  recovered(runId: string): void {
    this.#failing.delete(runId);
  }

  get failingRuns(): readonly FailingRun[] {
    return [...this.#failing.values()];
  }

  announcingFailed(stream: string): void {
    this.#retries += 1;
    if (!this.#waiting.has(stream)) this.#waiting.set(stream, this.#clock());
  }

  announced(stream: string): void {
    this.#waiting.delete(stream);
  }

  /** A sweep ended at that instant, in milliseconds. */
  swept({ compared, behind, ahead, failed, gone, stuck, ailing, reannouncedInAll }: SweepReport, endedAt: number): void {
    this.#sweptAt = endedAt;
    this.#found = { compared, behind, ahead, failed, gone, stuck, ailing };
    this.#reannounced = reannouncedInAll;
  }

  report(): HealthReport {
    const waitingSince = this.#waiting.size === 0 ? null : Math.min(...this.#waiting.values());
    const stale = this.#isStale();
    const healingFails = this.#found !== null && this.#found.failed + this.#found.gone + this.#found.stuck + this.#found.ahead > 0;
    const announcingStuck = waitingSince !== null && this.#clock() - waitingSince > announcingPatienceMs;
    return {
      well: this.#state === 'running' && this.#failing.size === 0 && !announcingStuck && !stale && !healingFails,
      state: this.#state,
      failingWorkflowTasks: { now: this.#failing.size, total: this.#failures, runs: this.failingRuns.slice(0, runsShown) },
      announcing: { retries: this.#retries, streamsWaiting: this.#waiting.size, waitingSince: text(waitingSince) },
      sweeping: { on: this.#sweepEveryMs !== null, lastAt: text(this.#sweptAt), stale, reannounced: this.#reannounced, last: this.#found },
    };
  }

  /** A worker that starts after a long rest gives the first sweep its time. */
  #isStale(): boolean {
    if (this.#sweepEveryMs === null) return false;
    return this.#clock() - Math.max(this.#sweptAt ?? 0, this.#startedAt) > this.#sweepEveryMs * staleAfterIntervals;
  }
}

const text = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());
