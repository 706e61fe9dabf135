import type { SurveyDimension, SurveyTraits } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { releaseOf, type Given } from './release.js';

const dimensions: readonly SurveyDimension[] = [
  { name: 'country', values: ['SN', 'ML', 'FR'] },
  { name: 'role', values: ['funder', 'partner'] },
];

const saying = (count: number, answer: Given['answer'], traits: SurveyTraits = {}): Given[] =>
  Array.from({ length: count }, () => ({ traits, answer }));

describe('what a campaign shows of one question', () => {
  it('MDM-12: everybody from the smallest number on that may be shown, and nobody below it', () => {
    const all = (count: number) => releaseOf(saying(count, 2), 'scale', dimensions, 5);
    expect(all(5)).toEqual({ cells: [{ group: {}, responses: 5, spread: { 2: 5 }, meanHundredths: 200 }], withheld: 0 });
    expect(all(4)).toEqual({ cells: [], withheld: 1 });
    expect(all(0)).toEqual({ cells: [], withheld: 0 });
  });

  it('MDM-12: a group is shown where the rest is as many as may be shown, or nobody at all', () => {
    const groups = (here: number, there: number) =>
      releaseOf([...saying(here, 1, { country: 'SN' }), ...saying(there, 3, { country: 'ML' })], 'scale', dimensions, 5).cells.map(
        ({ group, responses }) => [group, responses],
      );
    expect(groups(5, 5)).toEqual([
      [{}, 10],
      [{ country: 'ML' }, 5],
      [{ country: 'SN' }, 5],
    ]);
    expect(groups(6, 4)).toEqual([[{}, 10]]);
    expect(groups(6, 0)).toEqual([
      [{}, 6],
      [{ country: 'SN' }, 6],
    ]);
  });

  it('MDM-12: what one wide group cuts off counts for the next: two safe groups may not leave four between them', () => {
    const given = [
      ...saying(5, 1, { country: 'SN', role: 'funder' }),
      ...saying(5, 1, { country: 'SN', role: 'partner' }),
      ...saying(6, 1, { country: 'ML', role: 'funder' }),
      ...saying(4, 1, { country: 'ML', role: 'partner' }),
    ];
    const { cells, withheld } = releaseOf(given, 'scale', dimensions, 5);
    expect(cells.map(({ group, responses }) => [group, responses])).toEqual([
      [{}, 20],
      [{ country: 'ML' }, 10],
      [{ country: 'SN' }, 10],
      [{ country: 'SN', role: 'funder' }, 5],
      [{ country: 'SN', role: 'partner' }, 5],
    ]);
    expect(withheld).toBe(4);
  });

  it('MDM-12: groups of one trait come before those of two, whatever their names, and respondents without a trait are in no group of it', () => {
    const given = [...saying(5, 1, { country: 'SN', role: 'funder' }), ...saying(5, 1, { role: 'partner' }), ...saying(5, 1)];
    const { cells, withheld } = releaseOf(given, 'scale', dimensions, 5);
    expect(cells.map(({ group, responses }) => [group, responses])).toEqual([
      [{}, 15],
      [{ country: 'SN' }, 5],
      [{ role: 'funder' }, 5],
      [{ role: 'partner' }, 5],
      [{ country: 'SN', role: 'funder' }, 5],
    ]);
    expect(withheld).toBe(0);
  });

  it('a mean is that of a scale in hundredths, rounded; yes and no are counted by their words, a text is only counted by heads', () => {
    const shown = (given: readonly Given[], kind: 'scale' | 'yes-no' | 'choice' | 'text') => releaseOf(given, kind, dimensions, 2).cells;
    expect(shown([...saying(1, 1), ...saying(1, 2), ...saying(1, 2)], 'scale')).toEqual([
      { group: {}, responses: 3, spread: { 1: 1, 2: 2 }, meanHundredths: 167 },
    ]);
    expect(shown([...saying(3, true), ...saying(1, false)], 'yes-no')).toEqual([
      { group: {}, responses: 4, spread: { yes: 3, no: 1 }, meanHundredths: null },
    ]);
    expect(shown([...saying(2, 'funder'), ...saying(1, 'partner')], 'choice')).toEqual([
      { group: {}, responses: 3, spread: { funder: 2, partner: 1 }, meanHundredths: null },
    ]);
    expect(shown(saying(2, 'Nous avons appris.'), 'text')).toEqual([{ group: {}, responses: 2, spread: {}, meanHundredths: null }]);
  });
});
