import { leadershipLevels, type LeadershipLevel } from '@palabre/contracts';

/** How many partnerships stood at a level at the end of a year; of the present year, now. */
export interface LevelCount {
  readonly year: number;
  readonly level: LeadershipLevel;
  readonly partnerships: number;
}

/** Money that arrived in a year; `direct` is what reached an organisation of the place itself. Minor units. */
export interface FundingSum {
  readonly year: number;
  readonly currency: string;
  readonly paid: number;
  readonly direct: number;
}

export interface LocalisationYear {
  readonly year: number;
  /** Every level, also those that nobody stands at. A low level is a place, not a fault (ALE-19). */
  readonly levels: Readonly<Record<LeadershipLevel, number>>;
  readonly total: number;
  /** Whole percent of partnerships that are locally led; null where there is none. */
  readonly ledPercent: number | null;
  /** Difference of that percentage to the first year; null in the first year itself. */
  readonly sinceFirstYear: number | null;
  /** Per currency, whole percent of what arrived that reached an organisation of the place directly (ALE-28). */
  readonly funding: readonly (FundingSum & { readonly directPercent: number | null })[];
}

const percent = (part: number, whole: number): number | null => (whole === 0 ? null : Math.round((100 * part) / whole));

/** Year by year against the first: who leads, and how much money goes directly to organisations of the place. */
export function localisationYears(counts: readonly LevelCount[], funding: readonly FundingSum[]): LocalisationYear[] {
  const years = [...new Set([...counts, ...funding].map(one => one.year))].sort((one, other) => one - other);
  const of = (year: number, level: LeadershipLevel): number =>
    counts.find(one => one.year === year && one.level === level)?.partnerships ?? 0;
  const told = years.map(year => {
    const levels = Object.fromEntries(leadershipLevels.map(level => [level, of(year, level)])) as Record<LeadershipLevel, number>;
    const total = leadershipLevels.reduce((sum, level) => sum + levels[level], 0);
    const sums = funding.filter(one => one.year === year).map(one => ({ ...one, directPercent: percent(one.direct, one.paid) }));
    return { year, levels, total, ledPercent: percent(levels.LED, total), funding: sums };
  });
  const first = told.find(one => one.ledPercent !== null);
  return told.map(one => ({
    ...one,
    sinceFirstYear:
      first === undefined || one === first || one.ledPercent === null || first.ledPercent === null
        ? null
        : one.ledPercent - first.ledPercent,
  }));
}
