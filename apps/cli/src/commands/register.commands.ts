import type { Accountability, CountRow, OrganisationRow, PipelineRow } from '../api/register-rows.js';
import { show, type Session } from '../session.js';
import { factLines } from '../terminal/table.js';
import type { WordKey } from '../words/words.js';
import { argument, textOption, type CommandRow, type Typed } from './command-row.js';
import { dayOf } from './dates.js';
import { listCommand, listLines, type Column } from './list-noun.js';
import { markNamed, named } from './named.js';
import { textIn } from './written.js';

const organisations = listCommand<OrganisationRow>({
  name: 'organisations list',
  args: [],
  says: 'help.organisations.list',
  example: 'palabre organisations list --level local --country SN',
  filters: [
    { name: 'kind', flags: '--kind <kind>', says: 'option.kind' },
    { name: 'sector', flags: '--sector <sector>', says: 'option.sector' },
    { name: 'level', flags: '--level <level>', says: 'option.level' },
    { name: 'country', flags: '--country <country>', says: 'option.country' },
    { name: 'screening', flags: '--screening <result>', says: 'option.screening' },
    { name: 'diligence', parameter: 'dueDiligence', flags: '--diligence <state>', says: 'option.diligence' },
    { name: 'search', flags: '--search <words>', says: 'option.searchName' },
  ],
  path: () => '/v1/organisations',
  none: 'organisations.none',
  columns: [
    { heading: 'col.id', cell: row => row.organisation },
    { heading: 'col.kind', cell: (row, session) => markNamed(session, row.kind) },
    {
      heading: 'col.sector',
      cell: ({ sector, subKind }, session) =>
        subKind === null ? markNamed(session, sector) : `${markNamed(session, sector)} (${markNamed(session, subKind)})`,
    },
    { heading: 'col.level', cell: (row, session) => (row.level === null ? '' : markNamed(session, row.level)) },
    { heading: 'col.country', cell: row => row.country },
    {
      heading: 'col.screening',
      cell: ({ screening, screenedAt }, { say }) => (screening === null ? '' : `${say(`screening.${screening}`)} ${dayOf(screenedAt)}`),
    },
    {
      heading: 'col.diligence',
      cell: ({ dueDiligence }, { say }) => `${say(`diligence.${dueDiligence.state}`)} ${dayOf(dueDiligence.at)}`,
    },
    { heading: 'col.partnerships', cell: row => String(row.partnerships.length) },
    { heading: 'col.name', cell: (row, session) => textIn(session, row.name) },
  ],
});

const marks = {
  level: 'col.level',
  country: 'col.country',
  kind: 'col.kind',
  sector: 'col.sector',
  subKind: 'col.subKind',
  team: 'col.team',
} as const;

const headingOf = (mark: string): WordKey => (Object.hasOwn(marks, mark) ? marks[mark as keyof typeof marks] : 'col.about');

const countedAs = (session: Session, mark: string | number | null): string =>
  typeof mark === 'string' ? markNamed(session, mark) : String(mark ?? session.say('counts.unsaid'));

async function counts(session: Session, typed: Typed): Promise<void> {
  const by = textOption(typed, 'by') ?? 'level';
  const and = textOption(typed, 'and') ?? 'country';
  const rows = await session.api.views.rows<CountRow>(session.as, '/v1/organisation-counts', { by, and });
  const columns: Column<CountRow>[] = [
    ...[by, and].map(mark => ({ heading: headingOf(mark), cell: (row: CountRow) => countedAs(session, row[mark] ?? null) })),
    { heading: 'col.organisations', cell: row => String(row.organisations) },
    { heading: 'col.partnerships', cell: row => String(row.partnerships) },
  ];
  show(session, rows, () => listLines(session, { none: 'organisations.none', columns }, rows));
}

async function accountability(session: Session, typed: Typed): Promise<void> {
  const { say, terminal } = session;
  const record = await session.api.views.document<Accountability>(session.as, '/v1/accountability', { organisation: argument(typed, 0) });
  const { commitments, reports, approvals, clauses } = record;
  const count = (counted: Readonly<Record<string, number>>, name: string): string => String(counted[name] ?? 0);
  show(session, record, () => [
    ...factLines(terminal, [
      [say('col.id'), record.organisation],
      [say('col.partnerships'), String(record.partnerships)],
    ]),
    say('account.commitments', {
      inTime: count(commitments, 'keptInTime'),
      late: count(commitments, 'keptLate'),
      open: count(commitments, 'open'),
      overdue: count(commitments, 'late'),
      breached: count(commitments, 'breached'),
    }),
    say('account.reports', {
      held: count(reports, 'statusPointsHeld'),
      overdue: count(reports, 'statusPointsOverdue'),
      final: count(reports, 'finalReports'),
      justified: count(reports, 'justifications'),
      owed: count(reports, 'justificationsOverdue'),
    }),
    say('account.approvals', {
      approved: count(approvals, 'reportsApproved'),
      returned: count(approvals, 'reportsReturned'),
      accounts: count(approvals, 'accountsRendered'),
    }),
    say('account.clauses', { kept: count(clauses, 'kept'), late: count(clauses, 'late'), breached: count(clauses, 'breached') }),
  ]);
}

const pipeline = listCommand<PipelineRow>({
  name: 'organisations pipeline',
  args: [],
  says: 'help.organisations.pipeline',
  example: 'palabre organisations pipeline --position running',
  filters: [
    { name: 'position', flags: '--position <position>', says: 'option.position' },
    { name: 'organisation', flags: '--organisation <id>', says: 'option.organisation' },
  ],
  path: () => '/v1/pipeline',
  none: 'list.none',
  columns: [
    { heading: 'col.organisation', cell: row => row.organisation },
    { heading: 'col.position', cell: (row, { say }) => say(`position.${row.position}`) },
    { heading: 'col.since', cell: row => dayOf(row.since) },
    { heading: 'col.standing', cell: (row, session) => named(session, 'standing', row.standing) },
    { heading: 'col.id', cell: row => row.partnership },
    { heading: 'col.title', cell: row => row.title },
  ],
});

/** Who there is to work with, and how each has kept its word. */
export const registerCommands: readonly CommandRow[] = [
  organisations,
  {
    name: 'organisations counts',
    args: [],
    says: 'help.organisations.counts',
    options: [
      { flags: '--by <mark>', says: 'option.by' },
      { flags: '--and <mark>', says: 'option.and' },
    ],
    example: 'palabre organisations counts --by team --and kind',
    run: counts,
  },
  {
    name: 'organisations accountability',
    args: ['<id>'],
    says: 'help.organisations.accountability',
    options: [],
    example: 'palabre organisations accountability org-rives-du-fleuve',
    run: accountability,
  },
  pipeline,
];
