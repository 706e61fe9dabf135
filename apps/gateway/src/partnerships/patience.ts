import { setTimeout as pause } from 'node:timers/promises';
import { Outage, type Reply } from './workflows.port.js';

/** How long a request is kept alive on the caller's behalf, in milliseconds. */
export interface Patience {
  /** Time spent on a partnership that asks to come back shortly (it is starting a new run). */
  readonly drainingMs: number;
  /** Time spent on an engine that is away or does not answer. */
  readonly outageMs: number;
}

export const usualPatience: Patience = { drainingMs: 10_000, outageMs: 5_000 };

/** Retries that callers do not see; health shows them. */
export interface RetryCounters {
  drainingRetries: number;
  outageRetries: number;
  givenUp: number;
  /** UTC instant of the latest outage, or null. */
  latestOutageAt: string | null;
  /** What it was: the kind, and a status code of the engine. */
  latestOutage: string | null;
}

export const newCounters = (): RetryCounters => ({
  drainingRetries: 0,
  outageRetries: 0,
  givenUp: 0,
  latestOutageAt: null,
  latestOutage: null,
});

/** A reply that ends the waiting. */
export type Settled<T> = Exclude<Reply<T>, { readonly kind: 'draining' }>;

const shortly = (): number => 20 + Math.random() * 30;

/** 100 ms, doubled at each attempt up to a second, with a quarter of jitter. */
const backOff = (attempt: number): number => Math.min(1_000, 100 * 2 ** attempt) * (0.75 + Math.random() * 0.5);

/**
 * Repeats one attempt until it settles. Every attempt must carry the same Update id, so that repeating it is harmless.
 * Throws Outage when a budget is used up, and any other error at once.
 */
export class Patient {
  constructor(
    private readonly patience: Patience,
    readonly counters: RetryCounters,
    private readonly clock: () => number = Date.now,
  ) {}

  async settle<T>(attempt: () => Promise<Reply<T>>): Promise<Settled<T>> {
    const spent = { draining: 0, outage: 0, attempts: 0 };
    for (;;) {
      const began = this.clock();
      const reply = await attempt().catch((error: unknown) => this.outage(error));
      if (!(reply instanceof Outage) && reply.kind !== 'draining') return reply;
      const wait = reply instanceof Outage ? backOff(spent.attempts++) : shortly();
      const took = this.clock() - began + wait;
      if (reply instanceof Outage) this.spendOutage(reply, (spent.outage += took));
      else this.spendDraining((spent.draining += took));
      await pause(wait);
    }
  }

  private outage(error: unknown): Outage {
    if (!(error instanceof Outage)) throw error;
    this.counters.latestOutageAt = new Date(this.clock()).toISOString();
    this.counters.latestOutage = error.message;
    return error;
  }

  private spendOutage(outage: Outage, spentMs: number): void {
    if (spentMs > this.patience.outageMs) this.giveUp(outage);
    this.counters.outageRetries += 1;
  }

  private spendDraining(spentMs: number): void {
    if (spentMs > this.patience.drainingMs) this.giveUp(new Outage('no-answer', 'draining'));
    this.counters.drainingRetries += 1;
  }

  private giveUp(outage: Outage): never {
    this.counters.givenUp += 1;
    throw outage;
  }
}
