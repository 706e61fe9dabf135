import type { LeadershipLevel } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { Story } from '../../spec/story.js';
import { foldRows } from '../projection.js';
import { leadershipHandles, leadershipProjection } from './leadership.projection.js';
import { localisationYears } from './localisation.js';

const at = (factat: string) => ({ factat });

const position = (level: LeadershipLevel) => ({
  level,
  because: 'context' as const,
  approachBy: 'host',
  takeOverOn: null,
  awardedOn: null,
});

const agreed = { proposal: 'q-1', acceptedBy: ['host', 'partner'] };

function grown(): Story {
  const story = Story.opened();
  story.tell('LeadershipPositionSet', { ...agreed, position: position('IMPLEMENTED') }, at('2026-03-01T00:00:00.000Z'));
  const change = { from: 'IMPLEMENTED' as const, direction: 'towards-the-partner' as const, position: position('MANAGED') };
  story.tell('LeadershipPositionChanged', { ...agreed, ...change }, at('2028-02-01T00:00:00.000Z'));
  return story;
}

const rowsOf = (story: Story) => [...foldRows(leadershipProjection, story.told).values()];

describe('leadership over the years', () => {
  it('ALE-19: an earlier level stays with the time for which it held, and the closing of the partnership ends the last', () => {
    const story = grown();
    expect(rowsOf(story).map(({ level, since, until }) => [level, since.slice(0, 10), until?.slice(0, 10) ?? null])).toEqual([
      ['MANAGED', '2028-02-01', null],
      ['IMPLEMENTED', '2026-03-01', '2028-02-01'],
    ]);
    story.tell('PartnershipClosed', { from: 'closing', to: 'after', gates: [] }, at('2029-05-01T00:00:00.000Z'));
    expect(rowsOf(story)[0]).toMatchObject({ level: 'MANAGED', until: '2029-05-01T00:00:00.000Z' });
    expect(rowsOf(story)).toHaveLength(2);
  });

  it('ALE-19: each year stands beside the first; lower levels are counted like the others and none is called wrong', () => {
    const years = localisationYears(
      [
        { year: 2026, level: 'IMPLEMENTED', partnerships: 3 },
        { year: 2026, level: 'LED', partnerships: 1 },
        { year: 2027, level: 'IMPLEMENTED', partnerships: 2 },
        { year: 2027, level: 'LED', partnerships: 2 },
      ],
      [],
    );
    expect(years.map(({ year, levels, ledPercent, sinceFirstYear }) => [year, levels, ledPercent, sinceFirstYear])).toEqual([
      [2026, { LED: 1, MANAGED: 0, IMPLEMENTED: 3 }, 25, null],
      [2027, { LED: 2, MANAGED: 0, IMPLEMENTED: 2 }, 50, 25],
    ]);
    expect(JSON.stringify(years)).not.toMatch(/error|warning|wrong/);
  });

  it('ALE-28: localisation is who leads and how much money arrives directly, each currency by itself', () => {
    const [first] = localisationYears(
      [{ year: 2026, level: 'LED', partnerships: 1 }],
      [
        { year: 2026, currency: 'EUR', paid: 800, direct: 200 },
        { year: 2026, currency: 'XOF', paid: 0, direct: 0 },
      ],
    );
    expect(first).toMatchObject({
      ledPercent: 100,
      funding: [
        { currency: 'EUR', directPercent: 25 },
        { currency: 'XOF', directPercent: null },
      ],
    });
  });

  it('declares its six events', () => {
    expect(leadershipHandles).toHaveLength(6);
  });
});
