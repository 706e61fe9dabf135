import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { LedgerEvent } from '../ledger/ledger-event.js';
import { modelCopy, type ModelCopy } from './model-copy.js';
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
  /** Parts that the table holds. */
  readonly stored: Set<string>;
}

const rowsPerStatement = 5_000;
/** Up to this many new rows one statement is quicker than COPY, which takes a round trip more. */
const fewRows = 30;

/**
 * Folds events into the rows of one generation of a read model: rows of a partnership are loaded when it is first
 * touched, changed in memory, and written back with one statement. A failing projector stops its own partnership only.
 * Rows stay in memory until `forget`: true as long as nobody else writes this generation, which its caller knows.
 */
export class ModelFold {
  readonly #projection: Projection;
  readonly #table: ModelTable;
  readonly #copy: ModelCopy | null;
  readonly #held = new Map<string, Held>();
  /** Partnerships with rows to write. */
  readonly #changed = new Map<string, Held>();
  readonly #stalled: Set<string>;
  #newStalls: Stall[] = [];
  #rowCount = 0;
  /** True as long as the table holds nothing that this fold has not written itself and still remembers. */
  #complete: boolean;

  constructor(projection: Projection, table: ModelTable, options: { stalled?: Iterable<string>; emptyTable?: boolean } = {}) {
    this.#projection = projection;
    this.#table = table;
    this.#copy = modelCopy(projection, table.table);
    this.#stalled = new Set(options.stalled);
    this.#complete = options.emptyTable ?? false;
  }

  /** Rows in memory. */
  get size(): number {
    return this.#rowCount;
  }

  /** Stalls since the last call. */
  takeStalls(): Stall[] {
    return this.#newStalls.splice(0);
  }

  async take(client: PoolClient, events: readonly LedgerEvent[]): Promise<void> {
    const relevant = events.filter(event => handles(this.#projection, event));
    if (this.#projection.readsRows && !this.#complete) {
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
      this.#newStalls.push({ partnership: event.partnership, version: event.version, reason: String(error) });
      return;
    }
    for (const change of changes) {
      const part = 'put' in change ? change.put.part : change.drop;
      const before = held.rows.size;
      if ('put' in change) held.rows.set(part, change.put);
      else held.rows.delete(part);
      held.dirty.add(part);
      this.#rowCount += held.rows.size - before;
    }
    if (changes.length > 0) this.#changed.set(event.partnership, held);
  }

  /** Writes what changed. Rows that are only ever added are not kept. */
  async flush(client: PoolClient): Promise<void> {
    const insert: ModelRow[] = [];
    const update: ModelRow[] = [];
    const drop: { partnership: string; part: string }[] = [];
    for (const [partnership, { rows, dirty, stored }] of this.#changed) {
      for (const part of dirty) {
        const row = rows.get(part);
        if (row) (stored.has(part) ? update : insert).push(row);
        else if (stored.delete(part)) drop.push({ partnership, part });
        if (row) stored.add(part);
      }
      dirty.clear();
    }
    this.#changed.clear();
    await this.#insert(client, insert);
    await this.#write(client, this.#table.update, update);
    await this.#write(client, this.#table.remove, drop);
    if (!this.#projection.readsRows) this.forget();
  }

  /** Lets go of all rows; they are loaded again when touched. */
  forget(): void {
    this.#held.clear();
    this.#changed.clear();
    this.#rowCount = 0;
    this.#complete = false;
  }

  async #insert(client: PoolClient, rows: readonly ModelRow[]): Promise<void> {
    if (!this.#copy || rows.length <= fewRows) return this.#write(client, this.#table.insert, rows);
    for (let from = 0; from < rows.length; from += rowsPerStatement) {
      const bytes = this.#copy.encode(rows.slice(from, from + rowsPerStatement));
      await pipeline(Readable.from([bytes]), client.query(copyFrom(this.#copy.statement)));
    }
  }

  async #write(client: PoolClient, sql: string, rows: readonly object[]): Promise<void> {
    for (let from = 0; from < rows.length; from += rowsPerStatement) {
      await client.query(sql, [JSON.stringify(rows.slice(from, from + rowsPerStatement))]);
    }
  }

  async #load(client: PoolClient, partnerships: readonly string[]): Promise<void> {
    if (partnerships.length === 0) return;
    const { rows } = await client.query<{ row: string }>(this.#table.load, [partnerships]);
    for (const { row } of rows) {
      const parsed = JSON.parse(row) as ModelRow;
      const held = this.#of(parsed.partnership);
      held.rows.set(parsed.part, parsed);
      held.stored.add(parsed.part);
      this.#rowCount += 1;
    }
  }

  #of(partnership: string): Held {
    const held = this.#held.get(partnership);
    if (held) return held;
    const fresh: Held = { rows: new Map(), dirty: new Set(), stored: new Set() };
    this.#held.set(partnership, fresh);
    return fresh;
  }
}
