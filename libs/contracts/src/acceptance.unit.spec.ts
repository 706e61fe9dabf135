import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { acceptanceOf, eventAttributes, events, isEventType, partyId, type EventEnvelope } from './index.js';

const goldens = new URL('../goldens/', import.meta.url);

const examples = readdirSync(goldens).map(name => JSON.parse(readFileSync(new URL(name, goldens), 'utf8')) as EventEnvelope);

const schemaOf = (type: string): z.ZodType => {
  if (!isEventType(type)) throw new Error(`no event is called ${type}`);
  return events[type].data;
};

const acceptances = new Map(Object.entries(events).map(([type, { data }]) => [type, acceptanceOf(data)]));

/** Values that stand in for a part of a sound payload. */
const oddities: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  -1,
  1.5,
  1e300,
  true,
  [],
  {},
  { '': 1 },
  [[]],
  'x'.repeat(400),
  '2027-02-30',
  '2027-01-01T00:00:00Z',
  'a\u0000b',
  '\ud800',
  { sealed: 'x', key: 'k' },
];

/** Places within a value, as paths. */
function placesIn(value: unknown, path: readonly string[] = []): string[][] {
  const inner = typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([k, v]) => placesIn(v, [...path, k])) : [];
  return [[...path], ...inner];
}

/** The value with one place replaced, removed or given a companion. */
function changed(value: unknown, [first, ...rest]: readonly string[], change: 'replace' | 'remove' | 'add', odd: unknown): unknown {
  if (first === undefined) return change === 'add' && typeof value === 'object' && value !== null ? { ...value, companion: odd } : odd;
  const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Record<string, unknown>;
  if (rest.length === 0 && change === 'remove') delete copy[first];
  else copy[first] = changed(copy[first], rest, change, odd);
  return copy;
}

const spoiled = fc
  .record({
    example: fc.constantFrom(...examples),
    place: fc.nat(),
    change: fc.constantFrom('replace' as const, 'remove' as const, 'add' as const),
    odd: fc.oneof(fc.constantFrom(...oddities), fc.jsonValue()),
  })
  .map(({ example, place, change, odd }) => {
    const places = placesIn(example.data);
    return { type: example.attributes.type, data: changed(example.data, places[place % places.length] ?? [], change, odd) };
  });

describe('the quick yes of a schema', () => {
  it('is said to every golden example, so that sound events never take the slow way', () => {
    for (const { attributes, data } of examples) {
      const accepted = schemaOf(attributes.type).safeParse(data).success;
      expect(acceptances.get(attributes.type)?.(data), attributes.type).toBe(accepted);
      expect(acceptanceOf(eventAttributes)(attributes)).toBe(true);
    }
  });

  it('is never said where the schema says no or changes the value, whatever part of a payload is spoiled', () => {
    fc.assert(
      fc.property(spoiled, ({ type, data }) => {
        if (acceptances.get(type)?.(data) !== true) return;
        const parsed = schemaOf(type).safeParse(data);
        expect(parsed.success).toBe(true);
        expect(parsed.data).toEqual(data);
      }),
      { numRuns: 4_000 },
    );
  });

  it('is never said of attributes that the envelope refuses', () => {
    const accepts = acceptanceOf(eventAttributes);
    const one = fc.record({
      example: fc.constantFrom(...examples),
      place: fc.nat(),
      odd: fc.oneof(fc.constantFrom(...oddities), fc.string()),
    });
    fc.assert(
      fc.property(one, ({ example, place, odd }) => {
        const names = Object.keys(example.attributes);
        const attributes = { ...example.attributes, [names[place % names.length] ?? '']: odd };
        if (accepts(attributes)) expect(eventAttributes.safeParse(attributes).success).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('agrees with the schema on maps, tuples, bounds and what is optional, and leaves kinds it does not know to the schema', () => {
    const shape = z.strictObject({
      byParty: z.record(partyId, z.int().min(1).max(3)),
      verdict: z.record(z.enum(['yes', 'no']), z.boolean()),
      pair: z.tuple([z.string(), z.int()]),
      note: z.string().max(3).optional(),
    });
    const sound = { byParty: { host: 1 }, verdict: { yes: true, no: false }, pair: ['a', 1], note: 'abc' };
    const accepts = acceptanceOf(shape);
    expect(accepts(sound)).toBe(true);
    for (const bad of [
      { ...sound, byParty: { host: 4 } },
      { ...sound, byParty: { Host: 1 } },
      { ...sound, verdict: { yes: true } },
      { ...sound, pair: ['a', 1, 2] },
      { ...sound, note: 'abcd' },
      { ...sound, more: 1 },
    ]) {
      expect(accepts(bad)).toBe(false);
      expect(shape.safeParse(bad).success).toBe(false);
    }
    expect(acceptanceOf(z.object({ a: z.string() }))({ a: 'kept', b: 'dropped' })).toBe(false);
    expect(acceptanceOf(z.coerce.date())('2027-01-01')).toBe(false);
    expect(acceptanceOf(z.string().transform(text => text.length))('changed')).toBe(false);
  });
});
