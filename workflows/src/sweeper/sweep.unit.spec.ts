import { CancelledFailure } from '@temporalio/workflow';
import { describe, expect, it } from 'vitest';
import type { HeadsCompared, MissingVersions, SweepReport } from './ports.js';
import { sweep } from './sweep.js';

const lost = (partnership: string): MissingVersions => ({ partnership, from: 3, to: 4 });

const pages: Readonly<Record<string, HeadsCompared>> = {
  '': { compared: 2, behind: [lost('partnership/gone'), lost('partnership/next')], ahead: 1, nextPage: 'second' },
  second: { compared: 1, behind: [lost('partnership/last')], ahead: 0, nextPage: null },
};

/** Two pages with three partnerships that lag. What cannot be healed, or compared, fails as said. */
function scene(failures: Readonly<Record<string, Error>> = {}) {
  const seen = { tried: [] as string[], ended: [] as SweepReport[] };
  const failAsSaid = (name: string): void => {
    const failure = failures[name];
    if (failure !== undefined) throw failure;
  };
  const ports = {
    compareHeads: async (page: string): Promise<HeadsCompared> => {
      failAsSaid(page);
      const found = pages[page];
      if (found === undefined) throw new Error(`no page ${page}`);
      return found;
    },
    reannounceFromHistory: async ({ partnership }: MissingVersions): Promise<number> => {
      seen.tried.push(partnership);
      failAsSaid(partnership);
      return 2;
    },
    sweepEnded: async (report: SweepReport): Promise<void> => void seen.ended.push(report),
  };
  return { ports, seen };
}

describe('one sweep over all partnerships', () => {
  it('heals what lags on every page, and reports once, at the end', async () => {
    const { ports, seen } = scene();
    const report = { compared: 3, behind: 3, ahead: 1, reannounced: 6, failed: 0 };
    expect(await sweep(ports)).toEqual(report);
    expect(seen.ended).toEqual([report]);
  });

  it('heals the partnerships after one that cannot be healed, and counts that one', async () => {
    const { ports, seen } = scene({ 'partnership/gone': new Error('past its retention') });
    const report = { compared: 3, behind: 3, ahead: 1, reannounced: 4, failed: 1 };
    expect(await sweep(ports)).toEqual(report);
    expect(seen.tried).toEqual(['partnership/gone', 'partnership/next', 'partnership/last']);
    expect(seen.ended).toEqual([report]);
  });

  it('does not report a sweep that could not compare its last page', async () => {
    const { ports, seen } = scene({ second: new Error('the projection does not answer') });
    await expect(sweep(ports)).rejects.toThrow('the projection does not answer');
    expect(seen.tried).not.toContain('partnership/last');
    expect(seen.ended).toEqual([]);
  });

  it('stops when it is cancelled, and takes that for no failure of a partnership', async () => {
    const { ports, seen } = scene({ 'partnership/gone': new CancelledFailure('ended by an operator') });
    await expect(sweep(ports)).rejects.toThrow(CancelledFailure);
    expect(seen.tried).toEqual(['partnership/gone']);
    expect(seen.ended).toEqual([]);
  });
});
