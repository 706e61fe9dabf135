import type { Pool, PoolClient } from 'pg';
import type { Logger } from '@palabre/event-log';
import { inTransaction } from '../ledger/ingest.js';
import type { LedgerEvent } from '../ledger/ledger-event.js';
import { tellMoved } from '../live/moved.js';
import { ledgerPage } from './ledger-pages.js';
import { FoldKeeper, type Live } from './fold-keeper.js';

const pageSize = 2_000;
/** Events that may wait for the step under way; who brings more waits for that step to end. */
const mostWaiting = 6_000;
const longestPauseMs = 3_000;

/** The read models shown now and where each stands; locked, so that generations are switched between two steps only. */
async function lockLive(client: PoolClient): Promise<Live[]> {
  const { rows } = await client.query<{ model: string; generation: number; position: string }>({
    name: 'live-models',
    text: "SELECT model, generation, position FROM read_model WHERE status = 'live' ORDER BY model FOR UPDATE",
  });
  return rows.map(row => ({ ...row, position: BigInt(row.position) }));
}

/** True when these lie in the ledger one right after the other. */
const isRun = (events: readonly LedgerEvent[]): boolean =>
  events.every((event, at) => at === 0 || event.position === (events[at - 1]?.position ?? 0n) + 1n);

/**
 * Lets the shown read models follow the ledger: all of them in one transaction per step, so that every reader sees one
 * version everywhere. Fresh events are taken from memory; after a restart or a failure the ledger itself is read. What arrives
 * while a step is under way is taken by the next one together: the further behind, the more is written at once.
 */
export class Follower {
  readonly #pool: Pool;
  readonly #logger: Logger;
  readonly #folds: FoldKeeper;
  #waiting: LedgerEvent[] = [];
  #asked = false;
  #working: Promise<void> | null = null;
  #step: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(pool: Pool, logger: Logger) {
    this.#pool = pool;
    this.#logger = logger;
    this.#folds = new FoldKeeper(logger);
  }

  /**
   * Starts following over `fresh` and whatever lies before it. Resolves at once while few events wait, so that the next batch is
   * prepared and written while this one is folded; else when the step under way is done: no more than that piles up.
   */
  async follow(fresh: readonly LedgerEvent[] = []): Promise<void> {
    this.#waiting.push(...fresh);
    this.#asked = true;
    const before = this.#step;
    this.#working ??= this.#work();
    if (this.#waiting.length > mostWaiting) await before;
  }

  /** Resolves when everything handed over so far is shown. */
  async settled(): Promise<void> {
    await this.#working;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#working;
  }

  async #work(): Promise<void> {
    while (this.#asked) {
      this.#asked = false;
      const fresh = this.#waiting;
      this.#waiting = [];
      this.#step = this.#catchUp(isRun(fresh) ? fresh : []);
      await this.#step;
    }
    this.#working = null;
  }

  async #catchUp(fresh: readonly LedgerEvent[]): Promise<void> {
    for (let wait = 50; ; wait = Math.min(wait * 2, longestPauseMs)) {
      try {
        if (!(await this.#stepOver(fresh))) return;
        wait = 25;
      } catch (error) {
        this.#folds.drop();
        if (this.#stopped) return;
        const severity = wait < longestPauseMs ? 'warn' : 'error';
        this.#logger[severity]({ error: String(error), retryInMs: wait }, 'the read models could not follow; trying again');
        await new Promise(resolve => setTimeout(resolve, wait));
      }
    }
  }

  /** One transaction; true when there may be more to do. */
  async #stepOver(fresh: readonly LedgerEvent[]): Promise<boolean> {
    return inTransaction(this.#pool, async client => {
      const live = await lockLive(client);
      const least = live.reduce<bigint | null>((low, one) => (low === null || one.position < low ? one.position : low), null);
      if (least === null) return false;
      const events = await this.#eventsAfter(client, least, fresh);
      if (events.length === 0) return false;
      await this.#folds.applyTo(client, live, events);
      await tellMoved(client, events);
      // What follows fresh events is handed over with the next step, in memory; read from the ledger it would cost twice.
      return events !== fresh;
    });
  }

  async #eventsAfter(client: PoolClient, position: bigint, fresh: readonly LedgerEvent[]): Promise<readonly LedgerEvent[]> {
    if (fresh[0]?.position === position + 1n) return fresh;
    return ledgerPage(client, position, pageSize);
  }
}
