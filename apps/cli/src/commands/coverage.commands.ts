import type { LastCourseRow, QualitiesRow, TrainingFileRow, TrainingOrganisationRow } from '../api/coverage-rows.js';
import { show, type Session } from '../session.js';
import { charterLabel } from './charter-label.js';
import { textOption, type CommandRow, type Typed } from './command-row.js';
import { listCommand, listLines, type Column } from './list-noun.js';
import { scoreIn } from './score.js';
import { textIn } from './written.js';

/** `equitable 3.5 (2)`: each quality in the words of its charter, with how many partnerships scored it (ALE-20). */
function qualitiesIn(session: Session, { charter, qualities }: QualitiesRow): string {
  const axes = Object.entries(qualities).map(
    ([quality, { mean, partnerships }]) =>
      `${charterLabel(session, charter, 'quality', quality)} ${scoreIn(session, mean)} (${partnerships})`,
  );
  return axes.length === 0 ? session.say('qualities.untagged') : axes.join(', ');
}

const qualities = listCommand<QualitiesRow>({
  name: 'qualities',
  args: [],
  says: 'help.qualities',
  example: 'palabre qualities --by organisation',
  filters: [
    { name: 'by', flags: '--by <what>', says: 'option.qualitiesBy' },
    { name: 'charter', flags: '--charter <code>', says: 'option.ofCharter' },
  ],
  path: () => '/v1/qualities',
  none: 'qualities.none',
  columns: [
    {
      heading: 'col.teamOrOrganisation',
      cell: ({ group, name }, session) => (name === undefined ? (group ?? session.say('export.noTeam')) : textIn(session, name)),
    },
    { heading: 'col.charter', cell: (row, session) => charterLabel(session, row.charter, 'charter', row.charter) },
    { heading: 'col.partnerships', cell: row => String(row.partnerships) },
    { heading: 'col.qualities', cell: (row, session) => qualitiesIn(session, row) },
  ],
});

function courseIn({ say }: Session, lastCourse: LastCourseRow | null): string {
  if (lastCourse === null) return say('training.noCourse');
  const { course, on, partnersIncluded } = lastCourse;
  return say(partnersIncluded === true ? 'training.courseWithPartners' : 'training.course', { course, on });
}

/** By its name; by its id where the register tells none. */
const organisationIn = (session: Session, { organisation, name }: Pick<TrainingFileRow, 'organisation' | 'name'>): string =>
  name === null ? (organisation ?? '') : textIn(session, name);

const fileColumns: readonly Column<TrainingFileRow>[] = [
  {
    heading: 'col.covered',
    cell: ({ covered, organisation }, { say }) =>
      say(
        organisation === null
          ? 'training.nobody'
          : covered === null
            ? 'training.notCounted'
            : covered
              ? 'training.covered'
              : 'training.missing',
      ),
  },
  { heading: 'col.everyMonths', cell: ({ everyMonths }) => (everyMonths === 0 ? '' : String(everyMonths)) },
  { heading: 'col.lastCourse', cell: ({ lastCourse }, session) => courseIn(session, lastCourse) },
  { heading: 'col.organisation', cell: (row, session) => organisationIn(session, row) },
  { heading: 'col.title', cell: ({ title }) => title },
];

const organisationColumns: readonly Column<TrainingOrganisationRow>[] = [
  { heading: 'col.organisation', cell: (row, session) => organisationIn(session, row) },
  { heading: 'col.officersCovered', cell: ({ officers }, { say }) => say('training.officers', officers) },
  { heading: 'col.lastCourse', cell: ({ lastCourse }, session) => courseIn(session, lastCourse) },
];

/** Who has followed a course in the time of its charter, and who has not (MDM-80). */
async function training(session: Session, typed: Typed): Promise<void> {
  const covered = textOption(typed, 'covered');
  const filter = covered === null ? {} : { covered };
  if (textOption(typed, 'by') === 'organisation') {
    const rows = await session.api.views.rows<TrainingOrganisationRow>(session.as, '/v1/training', { by: 'organisation', ...filter });
    return show(session, rows, () => listLines(session, { none: 'training.none', columns: organisationColumns }, rows));
  }
  const rows = await session.api.views.rows<TrainingFileRow>(session.as, '/v1/training', filter);
  show(session, rows, () => listLines(session, { none: 'training.none', columns: fileColumns }, rows));
}

/** Scores and courses over all partnerships of the caller. */
export const coverageCommands: readonly CommandRow[] = [
  qualities,
  {
    name: 'training',
    args: [],
    says: 'help.training',
    options: [
      { flags: '--by <what>', says: 'option.trainingBy' },
      { flags: '--covered <yes>', says: 'option.covered' },
    ],
    example: 'palabre training --covered false',
    run: training,
  },
];
