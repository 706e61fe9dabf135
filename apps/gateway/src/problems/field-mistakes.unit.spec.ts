import { commands } from '@palabre/contracts';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { fieldMistakes, mostMistakes, pointerOf } from './field-mistakes.js';

const mistakesIn = (schema: z.ZodType, value: unknown) => {
  const read = schema.safeParse(value);
  return read.success ? [] : fieldMistakes(read.error).map(({ pointer, expected }) => [pointer, expected.en]);
};

describe('mistakes in a request, by place', () => {
  it('a pointer escapes what RFC 6901 escapes', () => {
    expect(pointerOf(['a/b', 'm~n', 0])).toBe('/a~1b/m~0n/0');
  });

  it('MDM-11: a budget with several mistakes lists each of them', () => {
    const body = {
      lines: [{ line: '1', label: 3, cost: { amount: -1, currency: 'EUR' }, spentBy: 'Host', overhead: false }],
      total: { amount: 1.5, currency: 'eur' },
    };
    expect(mistakesIn(commands.ProposeText.data, { kind: 'budget', body })).toEqual([
      ['/body/lines/0/label', 'a text'],
      ['/body/lines/0/cost/amount', 'at least 0'],
      ['/body/lines/0/spentBy', 'lower-case letters, digits and -'],
      ['/body/total/amount', 'a whole number'],
      ['/body/total/currency', 'an ISO 4217 code such as EUR'],
    ]);
  });

  it('a kind that does not exist lists those that do', () => {
    expect(mistakesIn(commands.ProposeText.data, { kind: 'poem', body: {} })).toEqual([
      ['/kind', expect.stringContaining('one of values, vision')],
    ]);
  });

  it('a sealed text with a mistake inside is not answered as if a plain text had been meant', () => {
    expect(mistakesIn(commands.DiscardIdea.data, { reason: { sealed: 'x' } })).toEqual([['/reason/key', 'a text']]);
    expect(mistakesIn(commands.DiscardIdea.data, { reason: '' })).toEqual([['/reason', 'at least 1 characters']]);
  });

  it('days and instants say their form', () => {
    expect(mistakesIn(commands.RefreshAnalysis.data.extend({ on: z.iso.date() }), { differences: 'none', on: '3 May' })).toEqual([
      ['/on', 'a day, YYYY-MM-DD'],
    ]);
    expect(mistakesIn(commands.AdvanceCalendar.data, { to: '2026-01-01' })).toEqual([
      ['/to', 'a UTC instant with milliseconds, YYYY-MM-DDThh:mm:ss.sssZ'],
    ]);
  });

  it('the list is bounded', () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, place) => [`field${place}`, 1]));
    expect(mistakesIn(z.strictObject({}), many)).toHaveLength(mostMistakes);
  });
});
