import { journalNotes } from '@palabre/contracts';

export type JournalKind = keyof typeof journalNotes;

/** Every kind of note; each is the name of its event. */
export const journalKinds = Object.keys(journalNotes) as JournalKind[];
