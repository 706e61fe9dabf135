import { engineActor, events, isEventType } from '@palabre/contracts';
import type { FileView, MomentView, PortfolioRow } from '../api/reads.js';
import { show, spoken, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { factLines, tableLines } from '../terminal/table.js';
import { charterLabel } from './charter-label.js';
import { argument, textOption, type CommandRow, type Typed } from './command-row.js';
import { dayOf, minuteOf } from './dates.js';
import { ideaFacts } from './idea-facts.js';
import { named } from './named.js';
import { problemLines, relationLines } from './relation-lines.js';
import { protectionLines } from './protection.commands.js';
import { strengthLines } from './strength-lines.js';
import { stateNamed, textNamed } from './text-lines.js';
import { transferSummary } from './transfer.command.js';

const portfolioCells = (session: Session, row: PortfolioRow): string[] => [
  row.id,
  row.type,
  named(session, 'phase', row.phase),
  named(session, 'standing', row.standing),
  String(row.openTasks),
  dayOf(row.nextDeadline),
  row.title ?? session.say('protection.title'),
];

async function list(session: Session, typed: Typed): Promise<void> {
  const { say } = session;
  const filter = Object.fromEntries(
    ['phase', 'standing', 'search', 'rights', 'people'].flatMap(name => {
      const value = textOption(typed, name);
      return value === null ? [] : [[name, value]];
    }),
  );
  const rows = await session.api.portfolio(session.as, filter);
  const headings = [
    say('col.id'),
    say('col.type'),
    say('col.phase'),
    say('col.standing'),
    say('col.tasks'),
    say('col.next'),
    say('col.title'),
  ];
  show(session, rows, () =>
    rows.length === 0
      ? [say('list.none')]
      : tableLines(
          session.terminal,
          headings,
          rows.map(row => portfolioCells(session, row)),
        ),
  );
}

function fileLines(session: Session, file: FileView): string[] {
  const { say, terminal } = session;
  const { head, parties, texts, lines } = file;
  const textRows = Object.entries(texts).map(([kind, text]) => [
    textNamed(session, kind),
    stateNamed(session, text.state),
    text.head === null ? '' : `v${text.head.version}`,
    (text.acceptedBy ?? []).join(', '),
  ]);
  const caseRows = (lines?.cases ?? []).map(one => [
    one.case,
    named(session, 'colour', one.colour),
    named(session, 'case', one.state),
    charterLabel(session, head.charter, 'line', one.line ?? ''),
  ]);
  return [
    paint(terminal)('strong', head.title ?? say('protection.title')),
    ...protectionLines(session, file),
    ...problemLines(session, head.idea?.problem ?? null),
    ...factLines(terminal, [
      [say('col.id'), file.id],
      [say('col.type'), head.charter === null ? head.type : `${head.type} (${head.charter})`],
      [say('col.phase'), named(session, 'phase', head.phase)],
      [say('col.standing'), named(session, 'standing', head.standing)],
      ...ideaFacts(session, file),
      [say('col.calendar'), `${head.calendar === 'rehearsal' ? say('show.rehearsal') : say('show.real')}, ${minuteOf(file.now)}`],
      [say('col.version'), String(file.version)],
      [
        say('col.parties'),
        (parties?.parties ?? []).map(one => `${one.party} = ${one.organisation} (${one.workingLanguage})`).join(', ') || null,
      ],
      [
        say('show.holder'),
        (parties?.parties ?? []).flatMap(({ party, holder }) => (holder ? [`${holder} (${party})`] : [])).join(', ') || null,
      ],
      [
        say('show.officer'),
        (parties?.parties ?? []).flatMap(({ party, officer }) => (officer ? [`${officer.person} (${party})`] : [])).join(', ') || null,
      ],
      [say('show.way'), head.phases.map(one => `${named(session, 'phase', one.phase)} ${dayOf(one.since)}`).join(' → ')],
    ]),
    ...transferSummary(session, file),
    ...relationLines(session, file),
    ...strengthLines(session, file),
    ...(textRows.length === 0
      ? []
      : ['', ...tableLines(terminal, [say('col.text'), say('col.state'), say('col.version'), say('col.acceptedBy')], textRows)]),
    ...(caseRows.length === 0
      ? []
      : ['', ...tableLines(terminal, [say('col.case'), say('col.colour'), say('col.state'), say('col.line')], caseRows)]),
  ];
}

interface ReplayedState {
  readonly phase?: string;
  readonly standing?: string;
  readonly tasks?: readonly unknown[];
  readonly deadlines?: readonly unknown[];
}

/** The event that set the state, who acts and for which party; Palabre itself acts for none. */
function setBy(session: Session, { setBy: { type, party, actor } }: MomentView): string {
  const says = isEventType(type) ? spoken(session, events[type].says) : type;
  return [says, ...(actor === engineActor ? [] : [party]), actor].join(', ');
}

function momentLines(session: Session, moment: MomentView): string[] {
  const { say, terminal } = session;
  const state = (moment.state ?? {}) as ReplayedState;
  return [
    paint(terminal)('warm', say('show.past', { version: moment.version, at: minuteOf(moment.at) })),
    ...factLines(terminal, [
      [say('col.id'), moment.id],
      [say('col.phase'), state.phase === undefined ? null : named(session, 'phase', state.phase)],
      [say('col.standing'), state.standing === undefined ? null : named(session, 'standing', state.standing)],
      [say('show.setBy'), setBy(session, moment)],
      [say('col.tasks'), String(state.tasks?.length ?? 0)],
      [say('col.deadlines'), String(state.deadlines?.length ?? 0)],
      [say('show.hash'), moment.contentHash],
    ]),
  ];
}

async function showOne(session: Session, typed: Typed): Promise<void> {
  const id = argument(typed, 0);
  const at = textOption(typed, 'at');
  if (at === null) {
    const file = await session.api.file(session.as, id);
    return show(session, file, () => fileLines(session, file));
  }
  const moment = await session.api.stateAt(session.as, id, /^\d+$/.test(at) ? { version: at } : { date: at });
  show(session, moment, () => momentLines(session, moment));
}

export const viewCommands: readonly CommandRow[] = [
  {
    name: 'list',
    args: [],
    says: 'help.list',
    options: [
      { flags: '--phase <phase>', says: 'option.phase' },
      { flags: '--standing <standing>', says: 'option.standing' },
      { flags: '--search <words>', says: 'option.search' },
      { flags: '--rights <words>', says: 'option.rights' },
      { flags: '--people <words>', says: 'option.people' },
    ],
    example: 'palabre list --standing open',
    run: list,
  },
  {
    name: 'show',
    args: ['<id>'],
    says: 'help.show',
    options: [{ flags: '--at <moment>', says: 'option.atMoment' }],
    example: 'palabre show ID --at 2023-06-30',
    run: showOne,
  },
];
