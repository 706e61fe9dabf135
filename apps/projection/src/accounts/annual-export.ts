import { stepsWithoutPartner, type StepWithoutPartner } from '../projections/reviews/design-steps.js';
import { scoresOf, type YearFigures } from './year-figures.js';

type Counts = Readonly<Record<string, number>>;

interface TeamPart {
  /** Null: partners that no country team works with. */
  readonly team: string | null;
  readonly partnerships: readonly {
    readonly partnership: string;
    readonly title: string;
    readonly type: string;
    readonly standing: string;
  }[];
  /** Commitments that fell due in the year, of both sides, by their state. */
  readonly commitments: Counts;
  readonly scores: {
    readonly results: number | null;
    readonly process: number | null;
    readonly peers: number | null;
    readonly strengthening: number | null;
  };
  readonly changes: Counts;
  /** Steps of design that a partner marked in its review as gone through without it (ALE-09). */
  readonly designWithoutPartner: readonly StepWithoutPartner[];
  readonly improvements: { readonly open: number; readonly done: number };
}

export interface AnnualExport {
  readonly organisation: string;
  readonly year: number;
  readonly teams: readonly TeamPart[];
}

const tally = (rows: readonly (readonly [key: string, count: number])[]): Counts => {
  const counts: Record<string, number> = {};
  for (const [key, count] of rows) counts[key] = (counts[key] ?? 0) + count;
  return counts;
};

/** Commitments, scores and changes of a year, team by team: material for the annual plan and the annual report (ALE-70). */
export function annualExport(figures: YearFigures): AnnualExport {
  const { files, others, commitments, reviews, changes, teamwork, scope } = figures;
  const teamOfOrganisation = new Map(others.map(({ organisation, team }) => [organisation, team]));
  const teamsOf = (organisations: readonly string[]): readonly (string | null)[] => {
    const found = organisations.flatMap(one => teamOfOrganisation.get(one) ?? []);
    return found.length === 0 ? [null] : [...new Set(found)];
  };
  const actions = teamwork.flatMap(row => (row.kind === 'action' ? [row.doc] : []));
  const named = [...new Set([...files.flatMap(({ organisations }) => teamsOf(organisations)), ...actions.map(({ team }) => team)])];
  const order = (one: string | null): string => one ?? '\uffff';
  const partOf = (team: string | null): TeamPart => {
    const own = files.filter(({ organisations }) => teamsOf(organisations).includes(team));
    const ids = new Set(own.map(({ partnership }) => partnership));
    const ofOwn = <Row extends { readonly partnership: string }>(rows: readonly Row[]): Row[] =>
      rows.filter(row => ids.has(row.partnership));
    const held = ofOwn(reviews);
    const planned = actions.filter(action => action.team === team);
    return {
      team,
      partnerships: own.map(({ partnership, title, type, standing }) => ({ partnership, title, type, standing })),
      commitments: tally(ofOwn(commitments).map(({ state, count }) => [state, count])),
      scores: {
        results: scoresOf(held, 'results')?.mean ?? null,
        process: scoresOf(held, 'process')?.mean ?? null,
        peers: scoresOf(held, 'peers')?.mean ?? null,
        strengthening: scoresOf(held, 'strengthening')?.mean ?? null,
      },
      changes: tally(ofOwn(changes).map(({ doc }) => [doc.change, 1])),
      designWithoutPartner: own.flatMap(({ partnership, charter }) =>
        held.filter(row => row.partnership === partnership).flatMap(({ doc }) => stepsWithoutPartner({ partnership, charter, doc })),
      ),
      improvements: {
        open: planned.filter(({ state }) => state === 'open').length,
        done: planned.filter(({ state }) => state === 'done').length,
      },
    };
  };
  return { ...scope, teams: named.toSorted((one, other) => (order(one) < order(other) ? -1 : 1)).map(partOf) };
}
