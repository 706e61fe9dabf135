import type { Pool, PoolClient } from 'pg';
import type { Logger } from '@palabre/event-log';
import { inTransaction } from '../ledger/ingest.js';
import type { LedgerEvent } from '../ledger/ledger-event.js';
import { tellMoved } from '../live/moved.js';
import { ledgerPage } from './ledger-pages.js';
import { FoldKeeper, type Live } from './fold-keeper.js';

const pageSize = 2_000;
const longestPauseMs = 3_000;

/** The read models shown now and where each stands; locked, so that generations are switched between two steps only. */
async function lockLive(client: PoolClient): Promise<Live[]> {
  const { rows } = await client.query<{ model: string; generation: number; position: string }>({
    name: 'live-models',
    text: "SELECT model, generation, position FROM read_model WHERE status = 'live' ORDER BY model FOR UPDATE",
  });
  return rows.map(row => ({ ...row, position: BigInt(row.position) }));
}

/**
 * Lets the shown read models follow the ledger: all of them in one transaction per step, so that every reader sees one
 * version everywhere. Fresh events are taken from memory; after a restart or a failure the ledger itself is read.
 */
export class Follower {
  readonly #pool: Pool;
  readonly #logger: Logger;
  readonly #folds: FoldKeeper;
  #chain: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(pool: Pool, logger: Logger) {
    this.#pool = pool;
    this.#logger = logger;
    this.#folds = new FoldKeeper(logger);
  }

  /**
   * Starts following over `fresh` and whatever lies before it. Resolves when the step *before* this one is done: so the
   * next batch is prepared and written while this one is folded, and no more than that piles up.
   */
  follow(fresh: readonly LedgerEvent[] = []): Promise<void> {
    const before = this.#chain;
    this.#chain = before.then(() => this.#catchUp(fresh));
    return before;
  }

  /** Resolves when everything handed over so far is shown. */
  settled(): Promise<void> {
    return this.#chain;
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#chain;
  }

  async #catchUp(fresh: readonly LedgerEvent[]): Promise<void> {
    for (let wait = 50; ; wait = Math.min(wait * 2, longestPauseMs)) {
      try {
        if (!(await this.#step(fresh))) return;
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
  async #step(fresh: readonly LedgerEvent[]): Promise<boolean> {
    return inTransaction(this.#pool, async client => {
      const live = await lockLive(client);
      const least = live.reduce<bigint | null>((low, one) => (low === null || one.position < low ? one.position : low), null);
      if (least === null) return false;
      const events = await this.#eventsAfter(client, least, fresh);
      if (events.length === 0) return false;
      for (const one of live) {
        await this.#folds.applyTo(
          client,
          one,
          events.filter(event => event.position > one.position),
        );
      }
      await tellMoved(client, events);
      // What follows fresh events is handed over with the next step, in memory; read from the ledger it would cost twice.
      return events !== fresh;
    });
  }

  async #eventsAfter(client: PoolClient, position: bigint, fresh: readonly LedgerEvent[]): Promise<readonly LedgerEvent[]> {
    if (fresh[0]?.position === position + 1n) return fresh;
    return ledgerPage(client, position, pageSize, null);
  }
}
