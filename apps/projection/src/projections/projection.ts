import { streamName, type EventType, type StreamKind } from '@palabre/contracts';
import type { EntitySchema } from 'typeorm';
import type { LedgerEvent } from '../ledger/ledger-event.js';

/** Every row of a read model belongs to one partnership and has a name within it. */
export interface ModelRow {
  readonly partnership: string;
  readonly part: string;
}

/** A version in the name of a row, padded so that texts sort as numbers. */
export const paddedVersion = (version: number): string => String(version).padStart(10, '0');

/** What one event does to the rows of its partnership. */
export type Change<Row extends ModelRow> = { readonly put: Row } | { readonly drop: string };

/** Rows of the event's own partnership, as the events before left them. */
export interface Rows<Row extends ModelRow> {
  get(part: string): Row | undefined;
}

type Handler<Row extends ModelRow, T extends EventType> = (event: LedgerEvent<T>, rows: Rows<Row>) => readonly Change<Row>[];

/** The declared list of events a read model handles, with what each does. */
export type Handlers<Row extends ModelRow> = { readonly [T in EventType]?: Handler<Row, T> };

export interface Projection<Row extends ModelRow = ModelRow> {
  readonly name: string;
  /** Moment of its first table, in milliseconds: migrations run in this order, and databases remember it. Never changed. */
  readonly stamp: number;
  readonly entity: EntitySchema<Row>;
  /** The streams whose events it is made of; partnerships when left out. A row's `partnership` is the id of such a stream. */
  readonly streams?: readonly StreamKind[];
  readonly on: Handlers<Row>;
  /** Runs for every event, before its own handler. */
  readonly always?: (event: LedgerEvent, rows: Rows<Row>) => readonly Change<Row>[];
  /** Which events `always` cares about; all of them when absent. */
  readonly touches?: (event: LedgerEvent) => boolean;
  /** The same question asked of the columns of the ledger, so that a rebuild need not fetch the other rows. */
  readonly touchesInLedger?: string;
  /**
   * True when `always` asks an event that is not in `on` for nothing but its place and these attributes: `hash`, `factat`. A rebuild
   * then fetches no more of it.
   */
  readonly alwaysReadsLittle?: boolean;
  /** True when `always` looks at data, so that a rebuild has to fetch every payload and not only those of `on`. */
  readonly readsAllData: boolean;
  /** False when rows are only added: nothing is loaded before writing. */
  readonly readsRows: boolean;
  /** Tables and indexes of a generation; `table` is the name with its `_vN`. */
  ddl(table: string): readonly string[];
}

const noChange: readonly never[] = [];

/** Changes of one event, in order. */
export function changesOf<Row extends ModelRow>(projection: Projection<Row>, event: LedgerEvent, rows: Rows<Row>): readonly Change<Row>[] {
  const first = projection.always?.(event, rows) ?? noChange;
  const handler = projection.on[event.type] as Handler<Row, EventType> | undefined;
  if (!handler) return first;
  if (first.length === 0) return handler(event, rows);
  const after: Rows<Row> = { get: part => lastPut(first, part) ?? rows.get(part) };
  return [...first, ...handler(event, after)];
}

function lastPut<Row extends ModelRow>(changes: readonly Change<Row>[], part: string): Row | undefined {
  for (const change of changes) if ('put' in change && change.put.part === part) return change.put;
  return undefined;
}

const ofPartnerships: readonly StreamKind[] = ['partnership'];

/** The streams whose events a projection is made of. */
export const streamsOf = ({ streams = ofPartnerships }: Pick<Projection, 'streams'>): readonly StreamKind[] => streams;

/** True when a projection may do anything with this event. */
export const handles = (projection: Projection, event: LedgerEvent): boolean =>
  (projection.on[event.type] !== undefined || (projection.always !== undefined && (projection.touches?.(event) ?? true))) &&
  streamsOf(projection).some(kind => event.attributes.stream.startsWith(streamName(kind, '')));

/** Rows of one partnership after its events, without a database: for specs and for `verify`. */
export function foldRows<Row extends ModelRow>(projection: Projection<Row>, events: Iterable<LedgerEvent>): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  for (const event of events) {
    if (!handles(projection as unknown as Projection, event)) continue;
    for (const change of changesOf(projection, event, rows)) {
      if ('put' in change) rows.set(change.put.part, change.put);
      else rows.delete(change.drop);
    }
  }
  return rows;
}
