import { EntitySchema } from 'typeorm';

/** One note or message of a declared kind, as it can be searched. */
export interface JournalRow {
  readonly partnership: string;
  /** Version, padded so that texts sort as numbers. */
  readonly part: string;
  readonly version: number;
  /** Name of the event that told it. */
  readonly kind: string;
  readonly party: string;
  readonly actor: string;
  /** Calendar day that the note is about; of a message, the day on which it was posted. */
  readonly day: string;
  readonly toldAt: string;
  /** Everything that is said in words, sealed texts apart: what a search of the parties looks at. */
  readonly words: string;
  /** Of what everybody in the house may read: the words that leave the file, and no other (ALE-66, PMP-39). Null: nothing leaves. */
  readonly openWords: string | null;
  /** The fields of the event. */
  readonly data: object;
}

export const journalEntity = new EntitySchema<JournalRow>({
  name: 'JournalRow',
  tableName: 'journal',
  columns: {
    partnership: { type: 'text', primary: true },
    part: { type: 'text', primary: true },
    version: { type: 'int' },
    kind: { type: 'text' },
    party: { type: 'text' },
    actor: { type: 'text' },
    day: { type: 'text' },
    toldAt: { name: 'told_at', type: 'timestamptz' },
    words: { type: 'text' },
    openWords: { name: 'open_words', type: 'text', nullable: true },
    data: { type: 'jsonb' },
  },
});
