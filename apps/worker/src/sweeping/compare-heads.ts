import type { HeadsCompared, MissingVersions } from '@palabre/workflows';
import type { LedgerHeads } from './ledger-heads.js';
import type { CommittedHead, Run, WorkflowRuns } from './workflow-runs.js';

/** What the comparison needs from outside. */
export interface ComparingPorts {
  readonly runs: Pick<WorkflowRuns, 'page' | 'describe' | 'committedHead'>;
  readonly ledgerHeads: () => Promise<LedgerHeads>;
  readonly clock: () => number;
  readonly graceMs: number;
  /** Told about a run whose workflow task fails. */
  readonly taskFails: (run: Run) => void;
  /** Told about a stream of which the ledger holds more than its workflow has announced. */
  readonly ledgerAhead: (stream: string, ledger: number, workflow: number) => void;
}

/** The head of a run as it was when its history had this length. */
interface KnownHead {
  readonly runId: string;
  readonly events: number;
  readonly head: CommittedHead;
}

interface Lag {
  readonly ledger: number;
  readonly since: number;
}

const atOnce = 8;

/** Does something for each element, a few at a time. */
async function forEachOf<T>(elements: readonly T[], work: (element: T) => Promise<void>): Promise<void> {
  const waiting = [...elements];
  const lane = async (): Promise<void> => {
    for (let element = waiting.shift(); element !== undefined; element = waiting.shift()) await work(element);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/**
 * Compares what workflows have committed to announce with what the ledger holds. Remembers, between sweeps, the heads
 * of runs that did not move and since when a stream lags, so that events on their way are not taken for lost.
 */
export class HeadsComparison {
  readonly #ports: ComparingPorts;
  readonly #knownHeads = new Map<string, KnownHead>();
  readonly #lags = new Map<string, Lag>();
  #seen = new Set<string>();

  constructor(ports: ComparingPorts) {
    this.#ports = ports;
  }

  async page(token: string): Promise<HeadsCompared> {
    const [{ runs, next }, ledger] = await Promise.all([this.#ports.runs.page(token), this.#ports.ledgerHeads()]);
    if (token === '') this.#seen = new Set();
    for (const { workflowId } of runs) this.#seen.add(workflowId);
    const behind: MissingVersions[] = [];
    let ahead = 0;
    await forEachOf(runs, async run => {
      const head = await this.#headOf(run);
      const held = ledger.get(run.workflowId) ?? 0;
      if (held > head.version) {
        ahead += 1;
        this.#ports.ledgerAhead(run.workflowId, held, head.version);
      }
      if (this.#isLost(run, head, held)) behind.push({ partnership: run.workflowId, from: held + 1, to: head.version });
    });
    if (next === null) this.#forgetUnseen();
    return { compared: runs.length, behind, ahead, nextPage: next };
  }

  /** What a whole sweep has not met is past its retention: remembering it would only fill the memory. */
  #forgetUnseen(): void {
    for (const remembered of [this.#knownHeads, this.#lags])
      for (const workflowId of remembered.keys()) if (!this.#seen.has(workflowId)) remembered.delete(workflowId);
  }

  async #headOf(run: Run): Promise<CommittedHead> {
    const described = await this.#ports.runs.describe(run);
    if (described.taskHangs) this.#ports.taskFails(run);
    const known = this.#knownHeads.get(run.workflowId);
    if (known !== undefined && known.runId === run.runId && known.events === described.events) return known.head;
    const head = await this.#ports.runs.committedHead(run);
    this.#knownHeads.set(run.workflowId, { runId: run.runId, events: described.events, head });
    return head;
  }

  /** Missing for longer than the grace time: the last announcement is that old, or the ledger has not moved since. */
  #isLost(run: Run, head: CommittedHead, held: number): boolean {
    if (held >= head.version) {
      this.#lags.delete(run.workflowId);
      return false;
    }
    const now = this.#ports.clock();
    const lag = this.#lags.get(run.workflowId);
    if (lag === undefined || lag.ledger !== held) this.#lags.set(run.workflowId, { ledger: held, since: now });
    const standsSince = lag !== undefined && lag.ledger === held ? lag.since : now;
    return now - Math.min(standsSince, head.committedAt ?? now) >= this.#ports.graceMs;
  }
}
