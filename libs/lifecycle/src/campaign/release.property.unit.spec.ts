import type { SurveyDimension, SurveyTraits } from '@palabre/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { releaseOf, type Given } from './release.js';

const dimensions: SurveyDimension[] = [
  { name: 'country', values: ['SN', 'ML'] },
  { name: 'kind', values: ['OP', 'AL'] },
  { name: 'size', values: ['small', 'large'] },
];

/** One of the ways in which somebody can describe itself; the last leaves everything out. */
const kinds: SurveyTraits[] = [
  { country: 'SN', kind: 'OP', size: 'small' },
  { country: 'SN', kind: 'OP' },
  { country: 'SN', kind: 'AL' },
  { country: 'ML', kind: 'OP', size: 'large' },
  { country: 'ML', kind: 'AL' },
  { country: 'ML' },
  { kind: 'OP', size: 'small' },
  {},
];

const holds = (traits: SurveyTraits, group: SurveyTraits): boolean =>
  Object.entries(group).every(([name, value]) => traits[name] === value);

/** Large prime: arithmetic without rounding. */
const prime = 2_147_483_647n;
const modulo = (value: bigint): bigint => ((value % prime) + prime) % prime;

function inverse(value: bigint): bigint {
  let [result, base, exponent] = [1n, modulo(value), prime - 2n];
  for (; exponent > 0n; exponent >>= 1n) {
    if (exponent & 1n) result = modulo(result * base);
    base = modulo(base * base);
  }
  return result;
}

/** A basis of what can be computed from rows, in echelon form. */
function basisOf(rows: readonly (readonly bigint[])[]): bigint[][] {
  const basis: bigint[][] = [];
  for (const row of rows) {
    const rest = reduced(row, basis);
    const pivot = rest.findIndex(value => value !== 0n);
    if (pivot === -1) continue;
    const scale = inverse(rest[pivot] ?? 1n);
    basis.push(rest.map(value => modulo(value * scale)));
  }
  return basis;
}

function reduced(row: readonly bigint[], basis: readonly (readonly bigint[])[]): bigint[] {
  let rest = [...row];
  for (const one of basis) {
    const pivot = one.findIndex(value => value !== 0n);
    const factor = rest[pivot] ?? 0n;
    rest = rest.map((value, place) => modulo(value - factor * (one[place] ?? 0n)));
  }
  return rest;
}

const isComputable = (row: readonly bigint[], basis: readonly (readonly bigint[])[]): boolean =>
  reduced(row, basis).every(value => value === 0n);

/** Every set of kinds of respondents whose number can be computed from the shown groups, with that number. */
function computable(groups: readonly SurveyTraits[], counts: readonly number[]): number[] {
  const rows = [kinds.map(() => 1n), ...groups.map(group => kinds.map(traits => (holds(traits, group) ? 1n : 0n)))];
  const basis = basisOf(rows);
  const found: number[] = [];
  for (let set = 1; set < 2 ** kinds.length; set += 1) {
    const row = kinds.map((_, place) => (set & (1 << place) ? 1n : 0n));
    if (isComputable(row, basis)) found.push(counts.reduce((sum, count, place) => sum + (set & (1 << place) ? count : 0), 0));
  }
  return found;
}

const respondentsOf = (counts: readonly number[]): Given[] =>
  counts.flatMap((count, place) => Array.from({ length: count }, () => ({ traits: kinds[place] ?? {}, answer: 3 })));

const population = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: kinds.length, maxLength: kinds.length });

it('ALE-39, MDM-12: from no set of released groups can a group of one to four be computed', () => {
  fc.assert(
    fc.property(population, counts => {
      const given = respondentsOf(counts);
      const { cells } = releaseOf(given, 'scale', dimensions, 5);
      expect(cells.every(({ responses }) => responses >= 5)).toBe(true);
      const small =
        cells.length === 0
          ? []
          : computable(
              cells.map(({ group }) => group),
              counts,
            ).filter(count => count > 0 && count < 5);
      expect(small).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

it('control: releasing every group of five or more would give small ones away', () => {
  const counts = [6, 0, 0, 2, 0, 0, 0, 0];
  const all = [{}, { country: 'SN' }];
  expect(computable(all, counts)).toContain(2);
  expect(releaseOf(respondentsOf(counts), 'scale', dimensions, 5).cells.map(({ group }) => group)).not.toContainEqual({ country: 'SN' });
});

it('MDM-12: the order of the answers makes no difference, and groups are shown where they safely can be', () => {
  fc.assert(
    fc.property(population, counts => {
      const given = respondentsOf(counts);
      expect(releaseOf(given.toReversed(), 'scale', dimensions, 5)).toEqual(releaseOf(given, 'scale', dimensions, 5));
    }),
    { numRuns: 50 },
  );
  const { cells, withheld } = releaseOf(respondentsOf([9, 9, 9, 9, 9, 9, 9, 9]), 'scale', dimensions, 5);
  expect(cells.length).toBeGreaterThan(8);
  expect(withheld).toBe(0);
});
