import type { Logger } from '@palabre/event-log';
import type { WorkflowRuns } from '../sweeping/workflow-runs.js';
import type { Vitals } from './vitals.js';

const lookEveryMs = 2_000;

/** Looks again at runs whose workflow task failed, until they go on or are over. */
export class FailingRuns {
  readonly #runs: WorkflowRuns;
  readonly #vitals: Vitals;
  readonly #logger: Logger;
  #timer: NodeJS.Timeout | null = null;

  constructor(runs: WorkflowRuns, vitals: Vitals, logger: Logger) {
    this.#runs = runs;
    this.#vitals = vitals;
    this.#logger = logger;
  }

  watch(): void {
    this.#timer = setInterval(() => void this.look(), lookEveryMs).unref();
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  async look(): Promise<void> {
    for (const { runId, workflowId } of this.#vitals.failingRuns) {
      try {
        const known = workflowId ?? (await this.#runs.workflowOf(runId));
        if (known !== null && !(await this.#goesOn(known, runId))) this.#vitals.name(runId, known);
      } catch (error) {
        if (this.#timer === null) return;
        this.#logger.warn({ part: 'health', runId, error: String(error) }, 'a failing run could not be looked at');
      }
    }
  }

  async #goesOn(workflowId: string, runId: string): Promise<boolean> {
    const { isOpen, taskAttempt } = await this.#runs.describe({ workflowId, runId });
    if (isOpen && taskAttempt > 1) return false;
    this.#vitals.recovered(runId);
    this.#logger.info({ part: 'health', runId, workflowId }, 'a failing workflow goes on');
    return true;
  }
}
