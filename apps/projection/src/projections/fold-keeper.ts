import type { PoolClient } from 'pg';
import type { Logger } from '@palabre/event-log';
import type { LedgerEvent } from '../ledger/ledger-event.js';
import { projectionNamed } from './index.js';
import { ModelFold } from './model-fold.js';
import { modelTable } from './model-table.js';
import type { Projection } from './projection.js';

/** A generation of a read model and its place in the ledger. */
export interface Live {
  readonly model: string;
  readonly generation: number;
  readonly position: bigint;
}

/** Most rows of one read model kept in memory between two steps. */
const rowsKept = 60_000;

interface Kept {
  readonly generation: number;
  readonly fold: ModelFold;
  position: bigint;
}

/**
 * Rows of the read models between two steps. What is kept for a model is good as long as its place in the database is
 * where this process left it: another process, a rebuild or a failed commit moves or keeps the place, and then it is dropped.
 */
export class FoldKeeper {
  readonly #kept = new Map<string, Kept>();
  readonly #logger: Logger;

  constructor(logger: Logger) {
    this.#logger = logger;
  }

  drop(): void {
    this.#kept.clear();
  }

  /**
   * Folds events into generations and moves the places of all of them, with one statement, to the last event or further; inside the
   * caller's transaction. A generation takes only what lies after its own place.
   */
  async applyTo(
    client: PoolClient,
    all: readonly Live[],
    events: readonly LedgerEvent[],
    reached = events.at(-1)?.position,
  ): Promise<void> {
    if (reached === undefined) return;
    const behind = all.filter(one => one.position < reached);
    for (const live of behind) {
      const projection = projectionNamed(live.model);
      if (projection !== undefined) await this.#foldInto(client, projection, live, { events, reached });
    }
    await client.query({
      name: 'model-places',
      text: `UPDATE read_model m SET position = $3 FROM unnest($1::text[], $2::int[]) AS moved (model, generation)
        WHERE m.model = moved.model AND m.generation = moved.generation`,
      values: [behind.map(one => one.model), behind.map(one => one.generation), reached.toString()],
    });
  }

  async #foldInto(
    client: PoolClient,
    projection: Projection,
    live: Live,
    { events, reached }: { readonly events: readonly LedgerEvent[]; readonly reached: bigint },
  ): Promise<void> {
    const isNew = (events[0]?.position ?? reached) > live.position;
    const kept = await this.#keptFor(client, projection, live);
    await kept.fold.take(client, isNew ? events : events.filter(event => event.position > live.position));
    await kept.fold.flush(client);
    for (const { partnership, version, reason } of kept.fold.takeStalls()) {
      this.#logger.error(
        { model: live.model, partnership, version, reason },
        'a projector failed: this row stays behind until the model is rebuilt',
      );
      await client.query(
        'INSERT INTO read_model_stall (model, generation, partnership, version, reason) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
        [live.model, live.generation, partnership, version, reason],
      );
    }
    kept.position = reached;
    if (kept.fold.size > rowsKept) kept.fold.forget();
  }

  async #keptFor(client: PoolClient, projection: Projection, live: Live): Promise<Kept> {
    const found = this.#kept.get(live.model);
    if (found?.generation === live.generation && found.position === live.position) return found;
    const { rows } = await client.query<{ partnership: string }>(
      'SELECT partnership FROM read_model_stall WHERE model = $1 AND generation = $2',
      [live.model, live.generation],
    );
    const fold = new ModelFold(projection, modelTable(projection, live.generation), { stalled: rows.map(row => row.partnership) });
    const kept = { generation: live.generation, fold, position: live.position };
    this.#kept.set(live.model, kept);
    return kept;
  }
}
