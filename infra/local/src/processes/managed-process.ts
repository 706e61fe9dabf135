import type { Log } from '../log.js';
import { OwnedProcess, type Launch } from './owned-process.js';
import { waitUntil } from './wait.js';

/** A busy machine may need this long for what takes seconds elsewhere; a process that ends while starting is told at once. */
const START_MS = 180_000;
/** After this time it is told that the start takes longer than usual, and where to look. */
const USUAL_MS = 45_000;

/** What is needed to run one server or one of our own programs, again and again on the same ports and data. */
export interface ManagedPlan {
  readonly launch: Launch;
  /** True when it takes requests; asked again and again. */
  readonly ready: (process: OwnedProcess) => Promise<boolean>;
  /** How long a start may take, milliseconds; three minutes unless said. */
  readonly readyWithinMs?: number;
  /** After how many milliseconds it is told that the start takes longer than usual. */
  readonly usualMs?: number;
  readonly log: Log;
  /** Before every start: makes the data folder, formats it, removes what a killed predecessor left. */
  readonly prepare?: () => Promise<void>;
  /** How often a start that ends at once is tried; more than once for a server that may meet leftovers of its killed predecessor. */
  readonly attempts: number;
  /** Time to end on request before it is killed. */
  readonly graceMs?: number;
}

/** One process that is started, killed and started again on the same ports and data. */
export class ManagedProcess {
  private current: OwnedProcess | undefined;

  constructor(private readonly plan: ManagedPlan) {}

  get pid(): number | undefined {
    return this.current?.running === true ? this.current.pid : undefined;
  }

  /** Its last lines when it ended although nobody asked it to. */
  get diedSaying(): string | undefined {
    return this.current?.died === true ? this.current.lastLines() : undefined;
  }

  async start(): Promise<void> {
    const { name, logFile } = this.plan.launch;
    for (let attempt = 1; ; attempt += 1) {
      await this.plan.prepare?.();
      const started = OwnedProcess.start(this.plan.launch);
      this.current = started;
      const outcome = await this.outcomeOf(started);
      if (outcome === 'ready') return;
      if (started.died && attempt < this.plan.attempts) continue;
      if (outcome === undefined) await started.end();
      const what = outcome === 'ended' ? 'ended while starting' : `was not ready after ${this.withinMs / 1_000} s`;
      throw new Error(`${name} ${what}. Its last lines (all of them in ${logFile}):\n${started.lastLines()}`);
    }
  }

  async stop(): Promise<void> {
    await this.current?.end(this.plan.graceMs);
  }

  async kill(signal: NodeJS.Signals): Promise<void> {
    await this.current?.kill(signal);
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  private get withinMs(): number {
    return this.plan.readyWithinMs ?? START_MS;
  }

  private async outcomeOf(started: OwnedProcess): Promise<'ready' | 'ended' | undefined> {
    const { launch, ready, log, usualMs = USUAL_MS } = this.plan;
    const ask = async () => (started.running ? (await ready(started)) && ('ready' as const) : ('ended' as const));
    const atMost = `waiting up to ${this.withinMs / 1_000} s. Its log: ${launch.logFile}`;
    const late = setTimeout(() => log.info(`${launch.name} takes longer than usual to start; ${atMost}`), usualMs);
    try {
      return await waitUntil(ask, { withinMs: this.withinMs });
    } finally {
      clearTimeout(late);
    }
  }
}
