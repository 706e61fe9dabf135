import type { TeamYearRow } from '../api/quality-rows.js';
import { show, type Session } from '../session.js';
import { charterLabel } from './charter-label.js';
import { textOption, type CommandRow, type Typed } from './command-row.js';
import { listLines, type Column } from './list-noun.js';
import { textIn } from './written.js';

export const teamFilter = { name: 'team', flags: '--team <team>', says: 'option.team' } as const;

const teamColumns: readonly Column<TeamYearRow>[] = [
  { heading: 'col.team', cell: row => row.team },
  { heading: 'col.round', cell: row => String(row.round) },
  {
    heading: 'col.means',
    cell: ({ means }, { say }) => say(means === null ? 'team.meansUnsaid' : means.hadMeans ? 'team.hadMeans' : 'team.lackedMeans'),
  },
  { heading: 'col.lacking', cell: ({ means }, session) => textIn(session, means?.lacking ?? null) },
  {
    heading: 'col.qualities',
    cell: ({ review }) =>
      Object.entries(review?.qualities ?? {})
        .map(([quality, score]) => `${quality} ${score}`)
        .join(', '),
  },
];

/** Steps of design that a partner had no part in, each on a line, in the words of its charter (ALE-09). */
const designLines = (session: Session, { team, round, designWithoutPartner }: TeamYearRow): string[] =>
  designWithoutPartner.map(({ partnership, charter, step, party }) =>
    session.say('team.designWithout', { team, round, partnership, party, step: charterLabel(session, charter, 'question', step) }),
  );

async function teams(session: Session, typed: Typed): Promise<void> {
  const team = textOption(typed, 'team');
  const rows = await session.api.views.rows<TeamYearRow>(session.as, '/v1/teams', team === null ? {} : { team });
  show(session, rows, () => [
    ...listLines(session, { none: 'teams.none', columns: teamColumns }, rows),
    ...rows.flatMap(row => designLines(session, row)),
  ]);
}

/** Teams year by year: their review, their means, and the design that was done without partners. */
export const teamsCommand: CommandRow = {
  name: 'teams',
  args: [],
  says: 'help.teams',
  options: [teamFilter],
  example: 'palabre teams --team TEAM',
  run: teams,
};
