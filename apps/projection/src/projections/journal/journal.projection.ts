import { journalNotes, type EventType } from '@palabre/contracts';
import type { LedgerEvent } from '../../ledger/ledger-event.js';
import { paddedVersion, type Change, type Projection } from '../projection.js';
import { journalEntity, type JournalRow } from './journal.entity.js';
import { messages, openPart, searchedWords } from './journal-words.js';

/** Every kind in the journal: a new row of the table of notes needs nothing here. */
export const journalKinds: readonly EventType[] = [...(Object.keys(journalNotes) as (keyof typeof journalNotes)[]), ...messages];

interface Told {
  readonly party?: string;
  readonly on?: string;
  readonly heldOn?: string;
}

function entry(event: LedgerEvent): readonly Change<JournalRow>[] {
  const { partnership, version, type, attributes, data } = event;
  const { party = attributes.party, on, heldOn } = data as Told;
  const open = openPart(type, data);
  return [
    {
      put: {
        partnership,
        part: paddedVersion(version),
        version,
        kind: type,
        party,
        actor: attributes.actor,
        day: on ?? heldOn ?? attributes.factat.slice(0, 10),
        toldAt: attributes.factat,
        words: searchedWords(data),
        openWords: open === null ? null : searchedWords(open),
        data,
      },
    },
  ];
}

/** How a text is searched: stems of both languages side by side, so that a French and an English question both find it. */
export const stemsOf = (column: string): string => `(to_tsvector('french', ${column}) || to_tsvector('english', ${column}))`;

/** True of a text that has what people typed into a search box, in either language. */
export const searches = (column: string, words: string): string =>
  `${stemsOf(column)} @@ (websearch_to_tsquery('french', ${words}) || websearch_to_tsquery('english', ${words}))`;

/** Kinds that lists over all partnerships are made of. */
const gathered = "'DirectoryListingSet', 'PartnerConnectionMade', 'InitiativeBorn'";

export const journalProjection: Projection<JournalRow> = {
  name: 'journal',
  stamp: 1_763_730_000_001,
  entity: journalEntity,
  on: Object.fromEntries(journalKinds.map(kind => [kind, entry])),
  readsAllData: false,
  readsRows: false,
  ddl: table => [
    `CREATE TABLE ${table} (
      partnership text NOT NULL, part text NOT NULL, version int NOT NULL, kind text NOT NULL, party text NOT NULL, actor text NOT NULL,
      day text NOT NULL, told_at timestamptz NOT NULL, words text NOT NULL, open_words text, data jsonb NOT NULL, PRIMARY KEY (partnership, part)
    )`,
    `CREATE INDEX ON ${table} (day, partnership, part)`,
    `CREATE INDEX ON ${table} (kind, partnership) WHERE kind IN (${gathered})`,
    `CREATE INDEX ON ${table} USING gin (${stemsOf('words')})`,
    `CREATE INDEX ON ${table} USING gin (${stemsOf('open_words')}) WHERE open_words IS NOT NULL`,
  ],
};
