import { OwnedProcess, type Launch } from './owned-process.js';
import { waitUntil } from './wait.js';

/** What is needed to run one server or one of our own programs, again and again on the same ports and data. */
export interface ManagedPlan {
  readonly launch: Launch;
  /** True when it takes requests; asked again and again. */
  readonly ready: (process: OwnedProcess) => Promise<boolean>;
  readonly readyWithinMs: number;
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
      const what = outcome === 'ended' ? 'ended while starting' : `was not ready after ${this.plan.readyWithinMs / 1_000} s`;
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

  private outcomeOf(started: OwnedProcess): Promise<'ready' | 'ended' | undefined> {
    const ask = async () => (started.running ? (await this.plan.ready(started)) && ('ready' as const) : ('ended' as const));
    return waitUntil(ask, { withinMs: this.plan.readyWithinMs });
  }
}
