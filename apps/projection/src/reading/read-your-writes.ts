import type { Pool } from 'pg';
import { z } from 'zod';
import type { MovedListener } from '../live/listener.js';

/** Longest time that a read waits for a version. */
export const longestWaitMs = 3_000;

export const freshnessFields = {
  /** Version that the caller's own command produced: the read waits, bounded, until it is shown. */
  after: z.coerce.number().int().min(1).optional(),
  wait: z.coerce.number().int().min(0).max(longestWaitMs).default(1_000),
};

export interface Freshness {
  readonly after?: number | undefined;
  readonly wait: number;
}

/** Waits for a version of a partnership to be shown: woken by the notice of the commit, never by polling. */
export class ReadYourWrites {
  readonly #pool: Pool;
  readonly #listener: MovedListener;

  constructor(pool: Pool, listener: MovedListener) {
    this.#pool = pool;
    this.#listener = listener;
  }

  /** True when the version is shown; false when time ran out, and then the read answers with what there is. */
  async waitFor(partnership: string, { after, wait }: Freshness): Promise<boolean> {
    if (after === undefined) return true;
    let stopListening = (): void => undefined;
    let timer: NodeJS.Timeout | undefined;
    const reached = new Promise<boolean>(resolve => {
      const look = (): void =>
        void this.#shown(partnership).then(
          shown => shown >= after && resolve(true),
          () => undefined,
        );
      stopListening = this.#listener.onWorthLooking(moved => {
        if (moved === null) look();
        else if (moved[0] === partnership && moved[1] >= after) resolve(true);
      });
      timer = setTimeout(() => resolve(false), wait);
    });
    try {
      return (await this.#shown(partnership)) >= after || (await reached);
    } finally {
      stopListening();
      clearTimeout(timer);
    }
  }

  async #shown(partnership: string): Promise<number> {
    const { rows } = await this.#pool.query<{ version: number }>({
      name: 'shown-version',
      text: 'SELECT version FROM portfolio WHERE partnership = $1',
      values: [partnership],
    });
    return rows[0]?.version ?? 0;
  }
}
