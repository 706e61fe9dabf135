import type { RelationTimeRow, SharedAccountView } from '../api/relation-rows.js';
import { ofPartnership } from '../api/view-api.js';
import { show, spoken, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { tableLines } from '../terminal/table.js';
import type { WordKey } from '../words/words.js';
import { argument, type CommandRow, type Typed } from './command-row.js';
import { dayOf } from './dates.js';
import { listCommand } from './list-noun.js';
import { changeIn, scoreIn } from './score.js';
import { moneyIn, textIn } from './written.js';

const inDays = (halfDays: number | null): string => (halfDays === null ? '' : String(halfDays / 2));

const relationTime = listCommand<RelationTimeRow>({
  name: 'relation-time',
  args: ['<id>'],
  says: 'help.relationTime',
  example: 'palabre relation-time ID',
  filters: [],
  path: typed => ofPartnership(argument(typed, 0), 'relation-time'),
  none: 'relationTime.none',
  columns: [
    { heading: 'col.year', cell: row => String(row.year) },
    { heading: 'col.party', cell: row => row.party },
    { heading: 'col.planned', cell: row => inDays(row.plannedHalfDays) },
    { heading: 'col.given', cell: row => inDays(row.givenHalfDays) },
    {
      heading: 'col.difference',
      cell: ({ plannedHalfDays, givenHalfDays }) => inDays(plannedHalfDays === null ? null : givenHalfDays - plannedHalfDays),
    },
    { heading: 'col.learned', cell: ({ learned }, session) => learned.map(one => `${one.from}: ${textIn(session, one.note)}`).join(' · ') },
  ],
});

type Side = SharedAccountView['sides'][number];

const fundsIn = (session: Session, { funds }: Side, name: 'paid' | 'received' | 'justified'): string =>
  funds.map(one => moneyIn(session, { amount: one[name], currency: one.currency })).join(', ');

const part = (session: Session, title: WordKey, headings: readonly WordKey[], rows: readonly (readonly string[])[]): string[] =>
  rows.length === 0
    ? []
    : [
        '',
        paint(session.terminal)('strong', session.say(title)),
        ...tableLines(
          session.terminal,
          headings.map(heading => session.say(heading)),
          rows,
        ),
      ];

const pendingRows = ({ say }: Session, { party, pending }: Side): string[][] =>
  pending.map(({ what, owedTo, dueOn, state }) => [party, owedTo ?? '', dueOn ?? '', state ?? '', what ?? say('view.protected')]);

/** One bar for each point of the scale: the trend can be seen without reading a figure. */
const bar = (score: number): string => '█'.repeat(Math.round(score / 100));

const accountLines = (session: Session, { sides, autonomy, journal }: SharedAccountView): string[] => [
  ...part(
    session,
    'account.sides',
    ['col.party', 'col.paid', 'col.received', 'col.justified', 'col.meetings', 'col.proposed', 'col.taken', 'col.alone'],
    sides.map(side => [
      side.party,
      ...(['paid', 'received', 'justified'] as const).map(name => fundsIn(session, side, name)),
      ...[side.activities.meetings, side.decisions.proposed, side.decisions.accepted, side.decisions.alone].map(String),
    ]),
  ).slice(1),
  ...part(
    session,
    'account.pending',
    ['col.party', 'col.owedTo', 'col.due', 'col.state', 'col.what'],
    sides.flatMap(side => pendingRows(session, side)),
  ),
  ...part(
    session,
    'account.autonomy',
    ['col.round', 'col.heldOn', 'col.party', 'col.mean', 'col.change', 'col.trend'],
    autonomy.flatMap(({ round, heldAt, scores, change }) =>
      Object.entries(scores)
        .filter(([party]) => party !== 'all')
        .map(([party, score]) => [
          String(round),
          dayOf(heldAt),
          party,
          scoreIn(session, score),
          changeIn(session, change?.[party] ?? null),
          bar(score),
        ]),
    ),
  ),
  ...part(
    session,
    'account.journal',
    ['col.day', 'col.party', 'col.kind'],
    journal.map(({ day, party, says }) => [day, party ?? '', says ? spoken(session, says) : session.say('view.protected')]),
  ),
];

async function sharedAccount(session: Session, typed: Typed): Promise<void> {
  const view = await session.api.views.document<SharedAccountView>(session.as, ofPartnership(argument(typed, 0), 'shared-account'), {});
  show(session, view, () => accountLines(session, view));
}

/** What both sides read of their relation. */
export const relationCommands: readonly CommandRow[] = [
  {
    name: 'shared-account',
    args: ['<id>'],
    says: 'help.sharedAccount',
    options: [],
    example: 'palabre shared-account ID',
    run: sharedAccount,
  },
  relationTime,
];
