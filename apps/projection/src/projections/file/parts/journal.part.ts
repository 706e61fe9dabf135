import { journalNotes } from '@palabre/contracts';
import type { LedgerEvent } from '../../../ledger/ledger-event.js';
import { filePart, type PartHandlers } from '../file-part.js';

/** How often each kind of note was made, by which party, and when last. The notes themselves are in the timeline. */
export interface JournalDoc {
  readonly counts: Readonly<Record<string, number>>;
  readonly byParty: Readonly<Record<string, number>>;
  readonly lastOn: string | null;
}

type Note = { readonly party: string; readonly on: string };

const counts = (doc: JournalDoc, event: LedgerEvent): JournalDoc => {
  const { party, on } = event.data as Note;
  return {
    counts: { ...doc.counts, [event.type]: (doc.counts[event.type] ?? 0) + 1 },
    byParty: { ...doc.byParty, [party]: (doc.byParty[party] ?? 0) + 1 },
    lastOn: doc.lastOn !== null && doc.lastOn > on ? doc.lastOn : on,
  };
};

/** Every declared kind counts alike: a new row of the journal table needs nothing here. */
const handlers: PartHandlers<JournalDoc> = Object.fromEntries(Object.keys(journalNotes).map(kind => [kind, counts]));

export const journalPart = filePart<JournalDoc>('journal', { counts: {}, byParty: {}, lastOn: null }, handlers);
