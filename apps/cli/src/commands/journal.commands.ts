import type { FreeText } from '@palabre/contracts';
import type { AlliesRow, DirectoryRow, JournalRow, LibraryRow } from '../api/journal-rows.js';
import { ofPartnership } from '../api/view-api.js';
import { spoken, type Session } from '../session.js';
import type { CommandRow } from './command-row.js';
import { answersIn } from './answers-in.js';
import { listCommand, type FilterRow } from './list-noun.js';
import { textIn } from './written.js';

/** Fields in which notes speak, the most telling first. */
const tellingFields = ['title', 'whatWorked', 'what', 'measure', 'topic', 'message', 'text', 'solution', 'note'] as const;

const isText = (value: unknown): value is FreeText =>
  typeof value === 'string' || (typeof value === 'object' && value !== null && 'sealed' in value);

/** What a note says, on one line. */
function wordsOf(session: Session, fields: Readonly<Record<string, unknown>>): string {
  const told = tellingFields.map(field => fields[field]).filter(isText);
  return [...answersIn(session, fields), ...told.map(text => textIn(session, text))].join(' · ');
}

const kindOf = (session: Session, { kind, says }: Pick<JournalRow, 'kind' | 'says'>): string =>
  says === null ? kind : spoken(session, says);

const searching: FilterRow = { name: 'search', flags: '--search <words>', says: 'option.searchWords' };
const ofKind: FilterRow = { name: 'kind', flags: '--kind <kind>', says: 'option.kind' };
const inCountry: FilterRow = { name: 'country', flags: '--country <country>', says: 'option.country' };
const inRegion: FilterRow = { name: 'region', flags: '--region <region>', says: 'option.region' };

/** Notes and messages, and what stays of them for others. */
export const journalCommands: readonly CommandRow[] = [
  listCommand<JournalRow>({
    name: 'journal',
    args: ['[id]'],
    says: 'help.journal',
    example: 'palabre journal --search "sages-femmes" --lesson good-practice',
    filters: [
      searching,
      ofKind,
      { name: 'party', flags: '--party <party>', says: 'option.party' },
      { name: 'from', flags: '--from <day>', says: 'option.fromDay' },
      { name: 'until', flags: '--until <day>', says: 'option.untilDay' },
      { name: 'lesson', flags: '--lesson <kind>', says: 'option.lesson' },
      { name: 'task', flags: '--task <kind>', says: 'option.taskKind' },
      { name: 'source', flags: '--source <source>', says: 'option.source' },
    ],
    path: ({ args: [id] }) => (id === undefined ? '/v1/journal' : ofPartnership(id, 'journal')),
    none: 'journal.none',
    columns: [
      { heading: 'col.day', cell: row => row.day },
      { heading: 'col.title', cell: row => row.title },
      { heading: 'col.party', cell: row => row.party },
      { heading: 'col.kind', cell: (row, session) => kindOf(session, row) },
      { heading: 'col.words', cell: (row, session) => wordsOf(session, row.note) },
    ],
  }),
  listCommand<LibraryRow>({
    name: 'library',
    args: [],
    says: 'help.library',
    example: 'palabre library --search irrigation',
    filters: [searching, ofKind],
    path: () => '/v1/library',
    none: 'library.none',
    columns: [
      { heading: 'col.day', cell: row => row.day },
      { heading: 'col.kind', cell: (row, session) => kindOf(session, row) },
      { heading: 'col.words', cell: (row, session) => wordsOf(session, row) },
    ],
  }),
  listCommand<DirectoryRow>({
    name: 'directory',
    args: [],
    says: 'help.directory',
    example: 'palabre directory --country SN',
    filters: [inCountry, inRegion],
    path: () => '/v1/directory',
    none: 'directory.none',
    columns: [
      { heading: 'col.organisation', cell: row => row.organisation },
      { heading: 'col.country', cell: row => row.country },
      { heading: 'col.region', cell: row => row.region },
      { heading: 'col.seeks', cell: (row, session) => textIn(session, row.seeks) },
    ],
  }),
  listCommand<AlliesRow>({
    name: 'allies',
    args: [],
    says: 'help.allies',
    example: 'palabre allies --country SN',
    filters: [{ name: 'partnership', flags: '--partnership <id>', says: 'option.partnership' }, inCountry, inRegion],
    path: () => '/v1/allies',
    none: 'allies.none',
    columns: [
      { heading: 'col.country', cell: row => row.country ?? '' },
      { heading: 'col.region', cell: row => row.region ?? '' },
      { heading: 'col.connections', cell: row => String(row.connections) },
      { heading: 'col.initiatives', cell: row => row.made.flatMap(one => one.initiatives).join(', ') },
      { heading: 'col.organisations', cell: row => row.organisations.join(', ') },
    ],
  }),
];
