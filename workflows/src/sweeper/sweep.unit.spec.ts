import { ActivityFailure, ApplicationFailure, CancelledFailure } from '@temporalio/workflow';
import { describe, expect, it } from 'vitest';
import { historyGone, type HeadsCompared, type MissingVersions } from './ports.js';
import { sweep } from './sweep.js';

const start = 1_000_000;

const lost = (stream: string) => ({ stream, held: 2, announced: 4, committedAt: start - 60_000 });

/** Two pages with three streams that lag, as they are seen at an instant. */
const pagesAt = (readAt: number): Readonly<Record<string, HeadsCompared>> => ({
  '': { compared: 2, lagging: [lost('partnership/gone'), lost('partnership/next')], ahead: 1, readAt, graceMs: 5_000, nextPage: 'second' },
  second: { compared: 1, lagging: [lost('partnership/last')], ahead: 0, readAt, graceMs: 5_000, nextPage: null },
});

const gone = (): ActivityFailure =>
  new ActivityFailure(
    'activity failed',
    'reannounceFromHistory',
    '1',
    'MAXIMUM_ATTEMPTS_REACHED',
    'worker',
    ApplicationFailure.create({ type: historyGone, nonRetryable: true }),
  );

/** What cannot be healed, or compared, fails as said. */
function scene(failures: Readonly<Record<string, Error>> = {}, readAt = start) {
  const tried: MissingVersions[] = [];
  const failAsSaid = (name: string): void => {
    const failure = failures[name];
    if (failure !== undefined) throw failure;
  };
  const ports = {
    compareHeads: async (page: string): Promise<HeadsCompared> => {
      failAsSaid(page);
      const found = pagesAt(readAt)[page];
      if (found === undefined) throw new Error(`no page ${page}`);
      return found;
    },
    reannounceFromHistory: async (missing: MissingVersions): Promise<number> => {
      tried.push(missing);
      failAsSaid(missing.stream);
      return 2;
    },
  };
  return { ports, tried };
}

describe('one sweep over all streams', () => {
  it('heals what is lost on every page, and reports it', async () => {
    const { ports, tried } = scene();
    const counts = { compared: 3, behind: 3, ahead: 1, reannounced: 6, reannouncedInAll: 6, failed: 0, gone: 0, stuck: 0, ailing: [] };
    expect(await sweep(ports, undefined)).toMatchObject(counts);
    expect(tried).toEqual(['gone', 'next', 'last'].map(name => ({ stream: `partnership/${name}`, from: 3, to: 4 })));
  });

  it('heals the streams after one that cannot be healed, and names that one', async () => {
    const { ports, tried } = scene({ 'partnership/gone': new Error('the broker is away') });
    expect(await sweep(ports, undefined)).toMatchObject({
      behind: 3,
      reannounced: 4,
      failed: 1,
      gone: 0,
      ailing: [{ stream: 'partnership/gone', because: 'failed', held: 2, attempts: 1 }],
    });
    expect(tried.map(({ stream }) => stream)).toEqual(['partnership/gone', 'partnership/next', 'partnership/last']);
  });

  it('counts apart what nobody can announce any more', async () => {
    const report = await sweep(scene({ 'partnership/gone': gone() }).ports, undefined);
    expect(report).toMatchObject({ failed: 0, gone: 1, ailing: [{ stream: 'partnership/gone', because: 'gone' }] });
  });

  it('leaves in peace what the sweep before announced again, still counts it as behind, and calls it stuck after three', async () => {
    let before: unknown;
    const announced: number[] = [];
    for (const readAt of [0, 5_000, 10_000, 15_000, 30_000].map(passed => start + passed)) {
      const { ports, tried } = scene({}, readAt);
      const report = await sweep(ports, before);
      expect(report.behind).toBe(3);
      announced.push(tried.length);
      before = JSON.parse(JSON.stringify(report));
    }
    expect(announced).toEqual([3, 0, 3, 0, 3]);
    expect(before).toMatchObject({ reannounced: 6, reannouncedInAll: 18, stuck: 3, ailing: [{ because: 'stuck', attempts: 3 }, {}, {}] });
  });

  it('keeps telling of a stream that could not be healed while it waits for the next attempt', async () => {
    const first = await sweep(scene({ 'partnership/gone': new Error('away') }).ports, undefined);
    const { ports, tried } = scene({}, start + 5_000);
    expect(await sweep(ports, first)).toMatchObject({ failed: 1, reannounced: 0 });
    expect(tried).toEqual([]);
  });

  it('begins with an empty memory when the last result is none of its own', async () => {
    for (const before of [undefined, null, 'swept', { compared: 3 }]) {
      const { ports, tried } = scene();
      expect((await sweep(ports, before)).reannouncedInAll).toBe(6);
      expect(tried).toHaveLength(3);
    }
  });

  it('does not report a sweep that could not compare its last page', async () => {
    const { ports, tried } = scene({ second: new Error('the projection does not answer') });
    await expect(sweep(ports, undefined)).rejects.toThrow('the projection does not answer');
    expect(tried.map(({ stream }) => stream)).not.toContain('partnership/last');
  });

  it('stops when it is cancelled, and takes that for no failure of a stream', async () => {
    const { ports, tried } = scene({ 'partnership/gone': new CancelledFailure('ended by an operator') });
    await expect(sweep(ports, undefined)).rejects.toThrow(CancelledFailure);
    expect(tried).toHaveLength(1);
  });
});
