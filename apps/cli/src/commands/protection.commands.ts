import type { FileView } from '../api/reads.js';
import { ofPartnership } from '../api/view-api.js';
import type { Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { argument, type CommandRow } from './command-row.js';
import { dayOf, minuteOf } from './dates.js';
import { listCommand } from './list-noun.js';
import { named } from './named.js';

/** One reading of a file while it was protected. */
interface ReadingRow {
  readonly at: string;
  readonly person: string;
  /** Null for an auditor from outside. */
  readonly party: string | null;
  readonly organisation: string | null;
  readonly what: string;
  readonly version: number;
  readonly inClear: boolean;
}

/** What `show` says first of a protected file: for whom it is, and that reading it is recorded (AGI-02). */
export function protectionLines({ say, terminal }: Session, { id, protection, parties }: FileView): string[] {
  if (protection === undefined) return [];
  const told = parties?.protection;
  if (told === undefined) return [paint(terminal)('warm', say('protection.masked'))];
  const readers = (parties?.parties ?? []).map(({ party }) => `${party} ${told.readers[party]?.length ?? say('protection.nobodyNamed')}`);
  return [paint(terminal)('warm', say('protection.inClear', { id, since: dayOf(told.since), by: told.by, readers: readers.join(', ') }))];
}

export const protectionCommands: readonly CommandRow[] = [
  listCommand<ReadingRow>({
    name: 'readings',
    args: ['<id>'],
    says: 'help.readings',
    example: 'palabre readings ID',
    filters: [],
    path: typed => ofPartnership(argument(typed, 0), 'readings'),
    none: 'readings.none',
    columns: [
      { heading: 'col.at', cell: row => minuteOf(row.at) },
      { heading: 'col.reader', cell: row => row.person },
      { heading: 'col.party', cell: row => row.party ?? row.organisation ?? '' },
      { heading: 'col.what', cell: (row, session) => named(session, 'reading', row.what) },
      { heading: 'col.version', cell: row => String(row.version) },
      { heading: 'col.shown', cell: (row, { say }) => say(row.inClear ? 'readings.inClear' : 'readings.masked') },
    ],
  }),
];
