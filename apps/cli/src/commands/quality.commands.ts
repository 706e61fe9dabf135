import type { ReflectionRow } from '../api/coverage-rows.js';
import type { CaseRow, ReviewRow, SurveyRow } from '../api/quality-rows.js';
import { ofPartnership } from '../api/view-api.js';
import { show, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { tableLines } from '../terminal/table.js';
import { charterLabel, lineNamed } from './charter-label.js';
import { argument, textOption, type CommandRow, type Typed } from './command-row.js';
import { closingLines } from './closing-scores.js';
import { dayOf } from './dates.js';
import { listCommand, listLines, type Column } from './list-noun.js';
import { partyNames } from './party-names.js';
import { reflectionColumns } from './reflections.js';
import { named } from './named.js';
import { openReviewLines, withPairs } from './review-rounds.js';
import { changeIn, partiesIn, scoreIn, spreadIn } from './score.js';

const solidLine = (session: Session, { round, solid }: ReviewRow): string[] => {
  if (solid === null) return [];
  const { say, terminal } = session;
  const missed = solid.tests.filter(({ reached }) => !reached).map(({ test }) => say(`measure.${test}` as 'measure.results'));
  const values = { round, from: scoreIn(session, solid.from), missed: missed.join(', ') };
  return [paint(terminal)(solid.isSolid ? 'good' : 'warm', say(solid.isSolid ? 'review.solid' : 'review.notSolid', values))];
};

function reviewLines(session: Session, charter: string | null, held: readonly ReviewRow[]): string[] {
  const { say, terminal } = session;
  if (held.length === 0) return [say('reviews.none')];
  const cells = held.flatMap(({ round, heldAt, measures, trend }) =>
    Object.entries(measures).map(([measure, scores]) => [
      String(round),
      dayOf(heldAt),
      say(`measure.${measure}` as 'measure.results'),
      scores['all'] === undefined ? '' : scoreIn(session, scores['all']),
      changeIn(session, trend?.[measure]?.['all'] ?? null),
      partiesIn(session, scores, scoreIn),
    ]),
  );
  const headings = [say('col.round'), say('col.heldOn'), say('col.measure'), say('col.mean'), say('col.change'), say('col.bySide')];
  const silent = held.filter(({ measures }) => measures['results'] === undefined || measures['process'] === undefined);
  return [
    ...tableLines(terminal, headings, cells),
    ...silent.map(({ round }) => say('review.unmeasured', { round })),
    ...held.flatMap(review => qualityLine(session, charter, review)),
    ...held.flatMap(review => solidLine(session, review)),
  ];
}

/** One score for each quality of the charter (ALE-20). */
function qualityLine(session: Session, charter: string | null, { round, qualities = {} }: ReviewRow): string[] {
  const scores = Object.entries(qualities).map(
    ([quality, score]) => `${charterLabel(session, charter, 'quality', quality)} ${scoreIn(session, score)}`,
  );
  return scores.length === 0 ? [] : [session.say('review.qualities', { round, scores: scores.join(', ') })];
}

async function reviews(session: Session, typed: Typed): Promise<void> {
  const kind = textOption(typed, 'kind');
  const path = ofPartnership(argument(typed, 0), 'reviews');
  const told = <Row>() => session.api.views.rows<Row>(session.as, path, kind === null ? {} : { kind });
  if (kind === 'reflection') {
    const reflections = await told<ReflectionRow>();
    return show(session, reflections, () => listLines(session, { none: 'reflections.none', columns: reflectionColumns }, reflections));
  }
  const held = await told<ReviewRow>();
  if (kind !== null && kind !== 'review') return session.terminal.out(JSON.stringify(held, null, 2));
  const file = await session.api.file(session.as, argument(typed, 0));
  const names = await partyNames(session, file);
  const rows = withPairs(held, file);
  show(session, rows, () => [
    ...openReviewLines(session, file, names),
    ...reviewLines(session, file.head.charter, rows),
    ...closingLines(session, file, names),
  ]);
}

/** The mean in one cell with what it may not be shown without: its gap and its spread (MDM-07). */
const surveyColumns: readonly Column<SurveyRow>[] = [
  { heading: 'col.month', cell: row => row.month ?? '' },
  { heading: 'col.answers', cell: row => String(row.responses) },
  { heading: 'col.countries', cell: (row, { say }) => (row.countries === null ? say('survey.notStated') : String(row.countries)) },
  {
    heading: 'col.scoreAndGap',
    cell: ({ score }, session) =>
      score === null
        ? session.say('survey.noScore')
        : session.say('survey.score', { mean: scoreIn(session, score.mean), top: score.top / 100, gap: scoreIn(session, score.gap) }),
  },
  { heading: 'col.spread', cell: ({ score }, session) => (score === null ? '' : spreadIn(session, score.spread)) },
  { heading: 'col.openActions', cell: ({ score }) => (score === null ? '' : String(score.openActions.length)) },
  { heading: 'col.sinceZero', cell: (row, session) => (row.baseline ? session.say('survey.zero') : changeIn(session, row.sinceBaseline)) },
  { heading: 'col.title', cell: row => row.title },
];

const strengthLines = (session: Session, { title, keepDoing }: SurveyRow): string[] =>
  keepDoing.flatMap(strength => {
    if (strength.mean === null) return [];
    const { say, terminal } = session;
    const asks = strength.asks[terminal.language];
    const values = { title, asks, mean: scoreIn(session, strength.mean), change: changeIn(session, strength.change) };
    return [strength.fell ? paint(terminal)('warm', say('survey.strengthFell', values)) : say('survey.strength', values)];
  });

async function surveys(session: Session, typed: Typed): Promise<void> {
  const campaign = textOption(typed, 'campaign');
  const rows = await session.api.views.rows<SurveyRow>(session.as, '/v1/surveys', campaign === null ? {} : { campaign });
  show(session, rows, () => [
    ...listLines(session, { none: 'surveys.none', columns: surveyColumns }, rows),
    ...rows.flatMap(row => strengthLines(session, row)),
  ]);
}

const lines = listCommand<CaseRow>({
  name: 'lines',
  args: ['<id>'],
  says: 'help.lines',
  example: 'palabre lines ID --colour orange',
  filters: [{ name: 'colour', flags: '--colour <colour>', says: 'option.colour' }],
  path: typed => ofPartnership(argument(typed, 0), 'lines'),
  none: 'lines.none',
  columns: [
    { heading: 'col.case', cell: row => row.case },
    { heading: 'col.colour', cell: (row, session) => named(session, 'colour', row.colour) },
    { heading: 'col.state', cell: (row, session) => named(session, 'case', row.state) },
    { heading: 'col.since', cell: row => dayOf(row.openedAt) },
    { heading: 'col.heard', cell: row => String(row.heard ?? 0) },
    { heading: 'col.steps', cell: row => String(row.mitigation?.steps ?? 0) },
    { heading: 'col.decidedOn', cell: row => dayOf(row.decidedAt ?? null) },
    { heading: 'col.line', cell: (row, session) => lineNamed(session, row.line ?? '') },
  ],
});

/** How a partnership is lived, as its people say: reviews, surveys, lines. */
export const qualityCommands: readonly CommandRow[] = [
  {
    name: 'reviews',
    args: ['<id>'],
    says: 'help.reviews',
    options: [{ flags: '--kind <kind>', says: 'option.reviewKind' }],
    example: 'palabre reviews ID',
    run: reviews,
  },
  {
    name: 'surveys',
    args: [],
    says: 'help.surveys',
    options: [{ flags: '--campaign <id>', says: 'option.campaign' }],
    example: 'palabre surveys --campaign ID --json',
    run: surveys,
  },
  lines,
];
