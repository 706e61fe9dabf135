import type { EventType } from '@palabre/contracts';
import type { LedgerEvent } from '../../ledger/ledger-event.js';

/** What an event does to one part's document. Pure; returns a new document. */
export type PartHandlers<Doc> = { readonly [T in EventType]?: (doc: Doc, event: LedgerEvent<T>) => Doc };

export interface FilePart<Doc extends object = object> {
  readonly empty: Doc;
  readonly on: PartHandlers<Doc>;
  /** Name of the part that an event belongs to. */
  partOf(event: LedgerEvent): string;
}

/** Declares a part with one document per partnership. */
export const filePart = <Doc extends object>(name: string, empty: Doc, on: PartHandlers<Doc>): FilePart<Doc> => ({
  empty,
  on,
  partOf: () => name,
});

/** The instant and the version of an event, as documents keep them. */
export const told = (event: LedgerEvent): { readonly at: string; readonly version: number } => ({
  at: event.attributes.factat,
  version: event.version,
});

/** Replaces the items that match; the others stay as they are. */
export const changeWhere = <Item>(items: readonly Item[], matches: (item: Item) => boolean, change: (item: Item) => Item): Item[] =>
  items.map(item => (matches(item) ? change(item) : item));
