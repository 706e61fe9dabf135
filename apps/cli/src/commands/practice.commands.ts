import type {
  ActivityYearRow,
  DigestRow,
  ImprovementRow,
  PhaseDuration,
  ProcedureDuration,
  ProcedureReport,
  RealityRow,
  ScaleUpRow,
} from '../api/quality-rows.js';
import { ofPartnership } from '../api/view-api.js';
import { show, type Session } from '../session.js';
import { argument, flagOption, textOption, type CommandRow, type Typed } from './command-row.js';
import { listCommand, listLines, type Column } from './list-noun.js';
import { named } from './named.js';
import { teamFilter, teamsCommand } from './teams.command.js';
import { textIn } from './written.js';

const days = (value: number | null): string => (value === null ? '' : String(value));

const phaseColumns: readonly Column<PhaseDuration>[] = [
  { heading: 'col.phase', cell: (row, session) => named(session, 'phase', row.phase) },
  { heading: 'col.type', cell: row => row.type },
  { heading: 'col.times', cell: row => String(row.stays) },
  { heading: 'col.open', cell: row => String(row.open) },
  { heading: 'col.medianDays', cell: row => days(row.medianDays) },
  { heading: 'col.longestDays', cell: row => days(row.longestDays) },
];

const procedureColumns: readonly Column<ProcedureDuration>[] = [
  { heading: 'col.procedure', cell: row => row.procedure },
  { heading: 'col.type', cell: row => row.type },
  { heading: 'col.times', cell: row => String(row.runs) },
  { heading: 'col.medianDays', cell: row => days(row.medianDays) },
  { heading: 'col.returns', cell: row => String(row.returns) },
  { heading: 'col.documents', cell: row => String(row.documents) },
];

async function durations(session: Session, typed: Typed): Promise<void> {
  const type = textOption(typed, 'type');
  const filter = type === null ? {} : { type };
  if (!flagOption(typed, 'procedures')) {
    const { items } = await session.api.views.document<{ items: readonly PhaseDuration[] }>(session.as, '/v1/durations', filter);
    return show(session, items, () => listLines(session, { none: 'durations.none', columns: phaseColumns }, items));
  }
  const report = await session.api.views.document<ProcedureReport>(session.as, '/v1/durations', { ...filter, procedures: true });
  show(session, report, () => [
    ...listLines(session, { none: 'durations.none', columns: procedureColumns }, report.items),
    ...report.simplifications.map(({ year, procedure, decision }) =>
      session.say('durations.simplified', { year, procedure, decision: textIn(session, decision) }),
    ),
  ]);
}

/** `reflection p-1 round 2, AQ12`: what an action answers (ALE-40). */
const citedIn = ({ say }: Session, { cites }: ImprovementRow): string =>
  cites.from === 'reflection'
    ? say('improvement.citesReflection', { partnership: cites.partnership, round: cites.round, question: cites.question })
    : say('improvement.citesSurvey', { campaign: cites.campaign, question: cites.question });

const improvements = listCommand<ImprovementRow>({
  name: 'improvements',
  args: [],
  says: 'help.improvements',
  example: 'palabre improvements --team TEAM --state open',
  filters: [teamFilter, { name: 'state', flags: '--state <state>', says: 'option.improvementState' }],
  path: () => '/v1/improvements',
  none: 'improvements.none',
  columns: [
    { heading: 'col.due', cell: row => row.dueOn },
    { heading: 'col.team', cell: row => row.team },
    { heading: 'col.state', cell: (row, { say }) => say(`improvement.${row.state}`) },
    { heading: 'col.answersTo', cell: (row, session) => citedIn(session, row) },
    { heading: 'col.what', cell: (row, session) => textIn(session, row.what) },
  ],
});

const reality = listCommand<RealityRow>({
  name: 'reality',
  args: [],
  says: 'help.reality',
  example: 'palabre reality --differing',
  filters: [
    { name: 'type', flags: '--type <type>', says: 'option.type' },
    { name: 'differing', flags: '--differing', says: 'option.differing' },
  ],
  path: () => '/v1/reality',
  none: 'reality.none',
  columns: [
    { heading: 'col.type', cell: row => row.type },
    { heading: 'col.suggested', cell: row => row.suggested ?? '' },
    {
      heading: 'col.differences',
      cell: ({ differences }, { say }) =>
        differences.length === 0 ? say('reality.matching') : differences.map(one => say(`reality.${one}` as 'reality.matching')).join('; '),
    },
    { heading: 'col.title', cell: row => row.title },
  ],
});

const scaleUps = listCommand<ScaleUpRow>({
  name: 'scale-ups',
  args: [],
  says: 'help.scaleUps',
  example: 'palabre scale-ups --readiness conditional',
  filters: [{ name: 'readiness', flags: '--readiness <readiness>', says: 'option.readiness' }],
  path: () => '/v1/scale-ups',
  none: 'scaleUps.none',
  columns: [
    { heading: 'col.project', cell: row => row.project },
    { heading: 'col.title', cell: row => row.title },
    { heading: 'col.condition', cell: (row, session) => textIn(session, row.condition) },
    { heading: 'col.potential', cell: (row, session) => textIn(session, row.potential) },
  ],
});

const activities = listCommand<ActivityYearRow>({
  name: 'activities',
  args: ['<id>'],
  says: 'help.activities',
  example: 'palabre activities ID',
  filters: [],
  path: typed => ofPartnership(argument(typed, 0), 'activities'),
  none: 'activities.none',
  columns: [
    { heading: 'col.year', cell: row => String(row.year) },
    { heading: 'col.reflection', cell: row => String(row.reflection) },
    { heading: 'col.design', cell: row => String(row.design) },
    { heading: 'col.learning', cell: row => String(row.learning) },
  ],
});

const digests = listCommand<DigestRow>({
  name: 'digests',
  args: ['<id>'],
  says: 'help.digests',
  example: 'palabre digests ID',
  filters: [],
  path: typed => ofPartnership(argument(typed, 0), 'digests'),
  none: 'digests.none',
  columns: [
    { heading: 'col.heldOn', cell: row => row.heldOn },
    {
      heading: 'col.clauses',
      cell: (row, { say }) => row.clauses.map(({ number, state }) => `${number} ${say(`clause.${state}`)}`).join(', '),
    },
    { heading: 'col.readByMe', cell: (row, { say }) => say(row.readByMe ? 'digest.read' : 'digest.unread') },
    { heading: 'col.readers', cell: ({ reading }) => (reading?.percent == null ? '' : `${reading.percent} %`) },
    { heading: 'col.note', cell: (row, session) => textIn(session, row.note) },
  ],
});

/** How the work is done, and what is done to do it better. */
export const practiceCommands: readonly CommandRow[] = [
  {
    name: 'durations',
    args: [],
    says: 'help.durations',
    options: [
      { flags: '--type <type>', says: 'option.type' },
      { flags: '--procedures', says: 'option.procedures' },
    ],
    example: 'palabre durations --procedures',
    run: durations,
  },
  improvements,
  teamsCommand,
  reality,
  scaleUps,
  activities,
  digests,
];
