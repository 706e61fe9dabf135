import type { HeadsCompared, Lagging } from '@palabre/workflows';
import type { LedgerHeads } from './ledger-heads.js';
import type { CommittedHead, ListedRun, Run, WorkflowRuns } from './workflow-runs.js';

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

/** What the ledger held when a sweep began: read once for all its pages. */
interface LedgerReading {
  readonly sweep: string;
  readonly heads: LedgerHeads;
  readonly readAt: number;
}

const atOnce = 8;

/** Does something for each element, a few at a time. */
async function forEachOf<T>(elements: readonly T[], work: (element: T) => Promise<void>): Promise<void> {
  const waiting = elements.values();
  const lane = async (): Promise<void> => {
    for (const element of waiting) await work(element);
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}

/**
 * Compares what workflows have committed to announce with what the ledger holds. What it remembers saves reading the
 * same thing twice, and nothing else: any worker may carry out any page of any sweep.
 */
export class HeadsComparison {
  readonly #ports: ComparingPorts;
  readonly #knownHeads = new Map<string, KnownHead>();
  #seen = new Set<string>();
  #reading: LedgerReading | null = null;

  constructor(ports: ComparingPorts) {
    this.#ports = ports;
  }

  /** One page of a sweep; `sweep` is an id of that sweep alone. */
  async page(token: string, sweep: string): Promise<HeadsCompared> {
    const { heads, readAt } = await this.#ledgerOf(sweep);
    const { runs, next } = await this.#ports.runs.page(token);
    for (const { workflowId } of runs) this.#seen.add(workflowId);
    const lagging: Lagging[] = [];
    let ahead = 0;
    await forEachOf(runs, async run => {
      const head = await this.#headOf(run);
      if (head === null) return;
      const held = heads.get(run.workflowId) ?? 0;
      if (held > head.version) {
        ahead += 1;
        this.#ports.ledgerAhead(run.workflowId, held, head.version);
      }
      if (held < head.version) lagging.push({ stream: run.workflowId, held, announced: head.version, committedAt: head.committedAt });
    });
    if (next === null) this.#forgetUnseen();
    return { compared: runs.length, lagging, ahead, readAt, graceMs: this.#ports.graceMs, nextPage: next };
  }

  /** The ledger before the workflows, so that it never seems ahead of them; its age is told with every page. */
  async #ledgerOf(sweep: string): Promise<LedgerReading> {
    if (this.#reading?.sweep === sweep) return this.#reading;
    this.#seen = new Set();
    const readAt = this.#ports.clock();
    this.#reading = { sweep, heads: await this.#ports.ledgerHeads(), readAt };
    return this.#reading;
  }

  /** What a whole sweep has not met is past its retention: remembering it would only fill the memory. */
  #forgetUnseen(): void {
    for (const workflowId of this.#knownHeads.keys()) if (!this.#seen.has(workflowId)) this.#knownHeads.delete(workflowId);
  }

  /** Null when a later run goes on in the place of this one, which was cut off or failed: that one is compared. */
  async #headOf(run: ListedRun): Promise<CommittedHead | null> {
    const described = await this.#ports.runs.describe(run.wasCutOff ? { ...run, runId: '' } : run);
    if (described.runId !== run.runId) return null;
    if (described.taskHangs) this.#ports.taskFails(run);
    const known = this.#knownHeads.get(run.workflowId);
    if (known !== undefined && known.runId === run.runId && known.events === described.events) return known.head;
    const head = await this.#ports.runs.committedHead(run);
    this.#knownHeads.set(run.workflowId, { runId: run.runId, events: described.events, head });
    return head;
  }
}
