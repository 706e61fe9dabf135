import type { MoneyLine, MoneySums, MoneyView, Overhead } from '@palabre/contracts';
import type { ClauseRow, CommitmentRow } from '../api/owed-rows.js';
import { ofPartnership } from '../api/view-api.js';
import { show, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { tableLines } from '../terminal/table.js';
import { argument, type CommandRow, type Typed } from './command-row.js';
import { dayOf } from './dates.js';
import { listCommand, listLines, type Column } from './list-noun.js';
import { moneyIn, textIn } from './written.js';

const listOf =
  (name: string) =>
  (typed: Typed): string =>
    ofPartnership(argument(typed, 0), name);

/** Of money owed there is the budget line; a promise has its own words. */
const whatOf = ({ origin, what }: CommitmentRow, { say }: Session): string =>
  origin === 'transfer' || origin === 'justification' ? say(`owed.${origin}`, { line: what }) : what;

const commitments = listCommand<CommitmentRow>({
  name: 'commitments',
  args: ['<id>'],
  says: 'help.commitments',
  example: 'palabre commitments ID --late',
  filters: [
    { name: 'state', flags: '--state <state>', says: 'option.commitmentState' },
    { name: 'by', parameter: 'owedBy', flags: '--by <party>', says: 'option.owedBy' },
    { name: 'late', flags: '--late', says: 'option.late' },
  ],
  path: listOf('commitments'),
  partiesOf: typed => argument(typed, 0),
  none: 'commitments.none',
  columns: [
    { heading: 'col.due', cell: row => row.dueOn },
    { heading: 'col.owedBy', cell: (row, _session, names) => names(row.owedBy) },
    { heading: 'col.owedTo', cell: (row, _session, names) => names(row.owedTo) },
    { heading: 'col.state', cell: (row, { say }) => say(`commitment.${row.state}`) },
    { heading: 'col.lateSince', cell: row => dayOf(row.lateAt) },
    { heading: 'col.what', cell: whatOf },
  ],
});

const clauses = listCommand<ClauseRow>({
  name: 'clauses',
  args: ['<id>'],
  says: 'help.clauses',
  example: 'palabre clauses ID --state breached',
  filters: [{ name: 'state', flags: '--state <state>', says: 'option.clauseState' }],
  path: listOf('clauses'),
  none: 'clauses.none',
  columns: [
    { heading: 'col.number', cell: row => row.number },
    { heading: 'col.state', cell: (row, { say }) => say(`clause.${row.state ?? 'unsaid'}`) },
    { heading: 'col.since', cell: row => row.stateOn ?? '' },
    { heading: 'col.timesLate', cell: row => String(row.timesLate) },
    { heading: 'col.timesBreached', cell: row => String(row.timesBreached) },
    { heading: 'col.title', cell: row => row.title },
  ],
});

const sum = (name: keyof Omit<MoneySums, 'currency'>): ((row: MoneySums, session: Session) => string) => {
  return ({ [name]: amount, currency }, session) => moneyIn(session, { amount, currency });
};

const sums: readonly Column<MoneySums>[] = [
  { heading: 'col.agreed', cell: sum('agreed') },
  { heading: 'col.requested', cell: sum('requested') },
  { heading: 'col.delayed', cell: sum('delayed') },
  { heading: 'col.paid', cell: sum('paid') },
  { heading: 'col.justified', cell: sum('justified') },
  { heading: 'col.lateMoney', cell: sum('late') },
  { heading: 'col.frozen', cell: sum('frozen') },
];

const perLine: readonly Column<MoneyLine>[] = [
  { heading: 'col.line', cell: row => row.line },
  ...sums,
  { heading: 'col.label', cell: row => row.label ?? '' },
];

const overheadLines = (session: Session, overheads: MoneyView['overheads']): string[] => {
  const { say, terminal } = session;
  if (!Array.isArray(overheads) || overheads.length === 0) return [];
  const cells = (overheads as readonly Overhead[]).map(({ party, currency, needed, granted, explanation }) => [
    party,
    moneyIn(session, { amount: needed, currency }),
    moneyIn(session, { amount: granted, currency }),
    textIn(session, explanation),
  ]);
  return ['', ...tableLines(terminal, [say('col.overheadsOf'), say('col.needed'), say('col.granted'), say('col.explanation')], cells)];
};

/** Pages of a document with more than rows: rows of all pages, the rest from the first. */
async function wholeMoney(session: Session, path: string): Promise<MoneyView> {
  const [first, items] = await Promise.all([
    session.api.views.document<MoneyView>(session.as, path),
    session.api.views.rows<MoneyLine>(session.as, path),
  ]);
  return { items, totals: first.totals, overheads: first.overheads, held: first.held };
}

async function money(session: Session, typed: Typed): Promise<void> {
  const { say, terminal } = session;
  const whole = await wholeMoney(session, listOf('money')(typed));
  show(session, whole, () => [
    ...(whole.held ? [paint(terminal)('warm', say('money.held'))] : []),
    ...listLines(session, { none: 'money.none', columns: perLine }, whole.items),
    ...whole.totals.flatMap(total => [
      '',
      `${say('money.total', { currency: total.currency })}  ${sums.map(({ heading, cell }) => `${say(heading)} ${cell(total, session, party => party)}`).join(', ')}`,
    ]),
    ...overheadLines(session, whole.overheads),
  ]);
}

/** What is owed and what came of it: promises, clauses, money. */
export const owedCommands: readonly CommandRow[] = [
  commitments,
  clauses,
  { name: 'money', args: ['<id>'], says: 'help.money', options: [], example: 'palabre money ID', run: money },
];
