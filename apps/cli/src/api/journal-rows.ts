import type { FreeText, Localized } from '@palabre/contracts';

/** What the reading service tells of notes and messages, as far as a terminal looks at it. */

export interface JournalRow {
  readonly partnership: string;
  readonly title: string;
  readonly version: number;
  readonly day: string;
  readonly kind: string;
  readonly says: Localized | null;
  readonly party: string;
  /** Fields of the note. */
  readonly note: Readonly<Record<string, unknown>>;
}

/** An item that everybody may read: nothing in it tells where it comes from. */
export interface LibraryRow {
  readonly item: string;
  readonly kind: string;
  readonly says: Localized | null;
  readonly day: string;
  readonly [field: string]: unknown;
}

export interface DirectoryRow {
  readonly organisation: string;
  readonly country: string;
  readonly region: string;
  readonly seeks: FreeText;
}

/** Connections of one country and region. */
export interface AlliesRow {
  readonly country: string | null;
  readonly region: string | null;
  readonly connections: number;
  readonly organisations: readonly string[];
  readonly made: readonly { readonly connection: string | null; readonly initiatives: readonly string[] }[];
}
