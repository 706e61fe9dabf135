import type { BreachRow, ExistingRow, SectorGauge } from '../api/register-rows.js';
import { ofPartnership } from '../api/view-api.js';
import { show, spoken, type Session } from '../session.js';
import { tableLines } from '../terminal/table.js';
import { argument, textOption, type CommandRow, type Typed } from './command-row.js';
import { dayOf } from './dates.js';
import { listCommand } from './list-noun.js';
import { markNamed, named } from './named.js';
import { organisationNames } from './party-names.js';
import { valueInWords } from './policy-values.js';
import { textIn } from './written.js';

const whatOf = ({ say }: Session, { kind, what = '' }: BreachRow): string =>
  kind === undefined || kind === 'promise' ? what : say(`breach.${kind}`, { what });

const breaches = listCommand<BreachRow>({
  name: 'breaches',
  args: ['<id>'],
  says: 'help.breaches',
  example: 'palabre breaches ID',
  filters: [],
  path: typed => ofPartnership(argument(typed, 0), 'past-breaches'),
  none: 'breaches.none',
  columns: [
    { heading: 'col.since', cell: row => dayOf(row.breachedAt) },
    { heading: 'col.organisation', cell: row => row.organisation },
    { heading: 'col.settlement', cell: (row, { say }) => say(`settlement.${row.settlement}`) },
    { heading: 'col.id', cell: (row, { say }) => row.partnership ?? say('breaches.elsewhere') },
    {
      heading: 'col.what',
      cell: (row, session) => [whatOf(session, row), textIn(session, row.reason ?? null)].filter(text => text !== '').join(': '),
    },
  ],
});

async function sectors(session: Session, typed: Typed): Promise<void> {
  const { say, terminal } = session;
  const gauge = await session.api.views.document<SectorGauge>(session.as, ofPartnership(argument(typed, 0), 'sectors'));
  const registered = await organisationNames(session);
  const rows = gauge.sectors.map(({ sector, present, parties, note }) => [
    present ? '●' : '○',
    markNamed(session, sector),
    note === null
      ? parties.map(one => `${registered(one.organisation)} (${markNamed(session, one.subKind ?? one.kind)})`).join(', ')
      : spoken(session, note),
  ]);
  show(session, gauge, () => [
    ...tableLines(terminal, ['', say('col.sector'), say('col.parties')], rows),
    ...gauge.unregistered.map(({ party, organisation }) => say('sectors.unregistered', { party, organisation })),
  ]);
}

/** By what the directory was searched: an idea by what it says of itself, or what the person typed. */
function searchedText(typed: Typed, session: Session): string {
  const { say } = session;
  if (typed.args[0] !== undefined) return say('existing.searchedIdea');
  const [theme, words] = [textOption(typed, 'theme'), textOption(typed, 'search')];
  const told = [
    ...(theme === null ? [] : [say('existing.theme', { theme: valueInWords(session, 'themes', theme) })]),
    ...(words === null ? [] : [say('existing.words', { words })]),
  ];
  return told.length === 0 ? say('existing.searchedAll') : say('existing.searched', { told: told.join(', ') });
}

const existing = listCommand<ExistingRow>({
  name: 'existing',
  args: ['[id]'],
  says: 'help.existing',
  example: 'palabre existing --theme corruption',
  filters: [
    { name: 'theme', flags: '--theme <theme>', says: 'option.theme' },
    { name: 'search', flags: '--search <words>', says: 'option.search' },
  ],
  path: typed => (typed.args[0] === undefined ? '/v1/existing' : ofPartnership(typed.args[0], 'existing')),
  none: 'existing.none',
  asked: searchedText,
  columns: [
    { heading: 'col.id', cell: row => row.id },
    { heading: 'col.phase', cell: (row, session) => named(session, 'phase', row.phase) },
    { heading: 'col.standing', cell: (row, session) => named(session, 'standing', row.standing) },
    { heading: 'col.themes', cell: (row, session) => row.themes.map(theme => valueInWords(session, 'themes', theme)).join(', ') },
    { heading: 'col.title', cell: row => row.title },
  ],
});

/** What people look at before they negotiate: who sits at the table, what went wrong before, what is there already. */
export const tableCommands: readonly CommandRow[] = [
  breaches,
  { name: 'sectors', args: ['<id>'], says: 'help.sectors', options: [], example: 'palabre sectors ID', run: sectors },
  existing,
];
