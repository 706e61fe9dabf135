import type { PoolClient } from 'pg';
import type { LedgerEvent } from '../ledger/ledger-event.js';
import type { ModelTable } from './model-table.js';
import { changesOf, handles, type Change, type ModelRow, type Projection } from './projection.js';

/** A projector failed on an event: the rows of this partnership stay as they are until the model is rebuilt. */
export interface Stall {
  readonly partnership: string;
  readonly version: number;
  readonly reason: string;
}

interface Held {
  readonly rows: Map<string, ModelRow>;
  readonly dirty: Set<string>;
}

/**
 * Folds events into the rows of one generation of a read model: rows of the touched partnerships are loaded once,
 * changed in memory, and written back with one statement. A failing projector stops its own partnership only.
 */
export class ModelFold {
  readonly #projection: Projection;
  readonly #table: ModelTable;
  readonly #held = new Map<string, Held>();
  readonly #stalled: Set<string>;
  readonly stalls: Stall[] = [];
  #rowCount = 0;
  /** True as long as the table holds nothing that this fold has not written itself. */
  #untouched: boolean;

  constructor(projection: Projection, table: ModelTable, options: { stalled?: Iterable<string>; emptyTable?: boolean } = {}) {
    this.#projection = projection;
    this.#table = table;
    this.#stalled = new Set(options.stalled);
    this.#untouched = options.emptyTable ?? false;
  }

  /** Rows in memory. */
  get size(): number {
    return this.#rowCount;
  }

  async take(client: PoolClient, events: readonly LedgerEvent[]): Promise<void> {
    const relevant = events.filter(event => handles(this.#projection, event.type));
    if (this.#projection.readsRows && !this.#untouched) {
      await this.#load(
        client,
        [...new Set(relevant.map(event => event.partnership))].filter(id => !this.#held.has(id)),
      );
    }
    for (const event of relevant) this.#apply(event);
  }

  #apply(event: LedgerEvent): void {
    if (this.#stalled.has(event.partnership)) return;
    const held = this.#of(event.partnership);
    let changes: readonly Change<ModelRow>[];
    try {
      changes = changesOf(this.#projection, event, held.rows);
    } catch (error) {
      this.#stalled.add(event.partnership);
      this.stalls.push({ partnership: event.partnership, version: event.version, reason: String(error) });
      return;
    }
    for (const change of changes) {
      if ('put' in change) held.rows.set(change.put.part, change.put);
      else held.rows.delete(change.drop);
      held.dirty.add('put' in change ? change.put.part : change.drop);
      this.#rowCount += 1;
    }
  }

  /** Writes what changed and forgets everything. */
  async flush(client: PoolClient): Promise<void> {
    const put: ModelRow[] = [];
    const drop: { partnership: string; part: string }[] = [];
    for (const [partnership, { rows, dirty }] of this.#held) {
      for (const part of dirty) {
        const row = rows.get(part);
        if (row) put.push(row);
        else if (!this.#untouched) drop.push({ partnership, part });
      }
    }
    const write = this.#untouched || !this.#projection.readsRows ? this.#table.insert : this.#table.upsert;
    for (let from = 0; from < put.length; from += 5_000) {
      await client.query(write, [JSON.stringify(put.slice(from, from + 5_000))]);
    }
    if (drop.length > 0) await client.query(this.#table.remove, [JSON.stringify(drop)]);
    if (put.length > 0) this.#untouched = false;
    this.#held.clear();
    this.#rowCount = 0;
  }

  async #load(client: PoolClient, partnerships: readonly string[]): Promise<void> {
    if (partnerships.length === 0) return;
    const { rows } = await client.query<{ row: string }>(this.#table.load, [partnerships]);
    for (const { row } of rows) {
      const parsed = JSON.parse(row) as ModelRow;
      this.#of(parsed.partnership).rows.set(parsed.part, parsed);
    }
  }

  #of(partnership: string): Held {
    const held = this.#held.get(partnership) ?? { rows: new Map<string, ModelRow>(), dirty: new Set<string>() };
    this.#held.set(partnership, held);
    return held;
  }
}
