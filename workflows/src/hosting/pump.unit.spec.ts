import type { EventEnvelope } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { firstBatch } from './pump.js';

const event = (text: string): EventEnvelope => ({ attributes: {} as EventEnvelope['attributes'], data: { text } });

describe('the batches of the announcing pump', () => {
  it('takes what waits, in order, up to a hundred events', () => {
    const waiting = Array.from({ length: 130 }, (_, place) => event(String(place)));
    expect(firstBatch(waiting)).toEqual(waiting.slice(0, 100));
    expect(firstBatch(waiting.slice(0, 3))).toEqual(waiting.slice(0, 3));
    expect(firstBatch([])).toEqual([]);
  });

  it('stays below 200,000 characters, but never holds a single large event back', () => {
    const large = event('x'.repeat(90_000));
    expect(firstBatch([large, large, large])).toHaveLength(2);
    expect(firstBatch([event('x'.repeat(300_000)), large])).toHaveLength(1);
  });
});
