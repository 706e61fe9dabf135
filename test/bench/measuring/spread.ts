/** Median of some measurements with the least and the greatest. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly greatest: number;
}

const ordered = (values: readonly number[]): number[] => values.toSorted((a, b) => a - b);

/** The value below which a share of the values lies (nearest rank); `share` from 0 to 1. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = ordered(values);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = ordered(values);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  const lower = sorted[Math.ceil(middle) - 1] ?? upper;
  return { median: (upper + lower) / 2, least: sorted[0] ?? Number.NaN, greatest: sorted.at(-1) ?? Number.NaN };
}

/** Ratio of two series measured in turn, round by round. */
export const pairwise = (ours: readonly number[], theirs: readonly number[]): Spread =>
  spreadOf(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));

const digits = (value: number): number => (value >= 100 ? 0 : value >= 10 ? 1 : 2);

/** A number as the page shows it: three significant digits or so, thousands apart. */
export const shown = (value: number, places = digits(value)): string =>
  value.toLocaleString('en-US', { minimumFractionDigits: places, maximumFractionDigits: places });

export const shownSpread = ({ median, least, greatest }: Spread, unit: string): string =>
  `${shown(median)}${unit} (${shown(least)}–${shown(greatest)})`;
