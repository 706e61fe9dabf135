import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attempted, isStuck, look, worthRemembering, type Lag } from './lags.js';
import type { Lagging } from './ports.js';

const graceMs = 10_000;
const start = 1_000_000;
const hour = 3_600_000;

const lagging = (more: Partial<Lagging> = {}): Lagging => ({
  stream: 'partnership/p-1',
  held: 4,
  announced: 9,
  committedAt: start - 60_000,
  ...more,
});

/** Sweeps every ten seconds over a stream that does not move; tells when it was healed. */
function sweepsOver(found: Lagging, hours: number, everyMs = 10_000): { healedAt: number[]; lag: Lag | undefined } {
  const healedAt: number[] = [];
  let lag: Lag | undefined;
  for (let at = start; at <= start + hours * hour; at += everyMs) {
    const seen = look(lag, found, { readAt: at, graceMs });
    lag = seen.todo === 'heal' ? attempted(seen.lag, { stream: found.stream, from: 5, to: found.announced }, 'told', at) : seen.lag;
    if (seen.todo === 'heal') healedAt.push(at);
  }
  return { healedAt, lag };
}

describe('what sweeps remember of a stream that lags', () => {
  it('heals at once what newly fell behind, and does not take for lost what was committed a moment ago', () => {
    expect(look(undefined, lagging(), { readAt: start, graceMs }).todo).toBe('heal');
    expect(look(undefined, lagging({ committedAt: start - 1_000 }), { readAt: start, graceMs }).todo).toBe('wait');
    expect(look(undefined, lagging({ committedAt: null }), { readAt: start, graceMs }).todo).toBe('wait');
  });

  it('finds a gap behind which the ledger stands still, however busy the stream is', () => {
    const first = look(undefined, lagging({ committedAt: start }), { readAt: start, graceMs });
    const second = look(first.lag, lagging({ committedAt: start + 6_000 }), { readAt: start + 6_000, graceMs });
    const third = look(second.lag, lagging({ committedAt: start + 12_000 }), { readAt: start + 12_000, graceMs });
    expect([first.todo, second.todo, third.todo]).toEqual(['wait', 'wait', 'heal']);
  });

  it('waits longer after each announcement that changed nothing, and calls the stream stuck after three', () => {
    const { healedAt, lag } = sweepsOver(lagging(), 1);
    const pauses = healedAt.slice(1).map((at, place) => at - (healedAt[place] ?? 0));
    expect(pauses).toEqual([10_000, 20_000, 40_000, 80_000, 160_000, 320_000, 640_000, 1_280_000]);
    expect(lag !== undefined && isStuck(lag)).toBe(true);
    expect(sweepsOver(lagging(), 0.005).healedAt).toHaveLength(2);
    expect(isStuck(sweepsOver(lagging(), 0.005).lag ?? neverTried)).toBe(false);
  });

  it('never announces a gap that does not chain for ever: after twelve times in vain only what is new is told', () => {
    const { healedAt, lag } = sweepsOver(lagging(), 72);
    expect(healedAt).toHaveLength(12);
    const later = { readAt: start + 80 * hour, graceMs };
    expect(look(lag, lagging(), later).todo).toBe('rest');
    expect(look(lag, lagging({ announced: 10 }), later).todo).toBe('heal');
  });

  it('begins anew when the ledger has moved: first with the grace time, then at once', () => {
    const { lag } = sweepsOver(lagging(), 2);
    const at = start + 2 * hour;
    const moved = look(lag, lagging({ held: 6 }), { readAt: at, graceMs });
    expect(moved).toMatchObject({ todo: 'wait', lag: { held: 6, attempts: 0, outcome: null } });
    expect(look(moved.lag, lagging({ held: 6 }), { readAt: at + graceMs, graceMs }).todo).toBe('heal');
  });

  it('tries again within a minute when announcing itself did not work, however long that lasts', () => {
    let lag = look(undefined, lagging(), { readAt: start, graceMs }).lag;
    for (let tries = 0; tries < 20; tries += 1) lag = attempted(lag, { stream: 's', from: 5, to: 9 + tries }, 'failed', start);
    expect(lag.notBefore - start).toBe(60_000);
    expect(isStuck(lag)).toBe(false);
  });

  it('hands on a bounded number of streams, those tried most often first', () => {
    const attempts = fc.uniqueArray(fc.nat({ max: 100_000 }), { minLength: 1_200, maxLength: 1_300 });
    fc.assert(
      fc.property(attempts, all => {
        const kept = Object.values(worthRemembering(new Map(all.map(tried => [`s-${tried}`, { ...neverTried, attempts: tried }]))));
        const least = Math.min(...kept.map(lag => lag.attempts));
        expect(kept).toHaveLength(1_000);
        expect(all.filter(tried => tried > least)).toHaveLength(999);
      }),
      { numRuns: 20 },
    );
  });
});

const neverTried: Lag = { held: 0, since: 0, attempts: 0, told: 0, outcome: null, notBefore: 0 };
