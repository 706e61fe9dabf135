import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  eventAttributes,
  eventId,
  events,
  eventTypes,
  followsInChain,
  genesisHash,
  readEventData,
  sealEnvelope,
  type EventEnvelope,
} from './index.js';
import { readerOf } from './reading.js';

const goldens = new URL('../goldens/', import.meta.url);

const golden = (name: string): EventEnvelope => JSON.parse(readFileSync(new URL(name, goldens), 'utf8')) as EventEnvelope;

const example = golden('BudgetContested.v1.json');

describe('the envelope of an event', () => {
  it('has an id that follows from stream and version alone', () => {
    expect(example.attributes.id).toBe(eventId(example.attributes.stream, example.attributes.streamversion));
  });

  it('carries CloudEvents attributes and ours, and nothing else', () => {
    expect(eventAttributes.safeParse(example.attributes).success).toBe(true);
    expect(eventAttributes.safeParse({ ...example.attributes, mail: 'x' }).success).toBe(false);
  });

  it('follows in the chain, and no longer does when one letter of its data changes', () => {
    expect(followsInChain(example, genesisHash)).toBe(true);
    const changed = { ...example, data: { ...(example.data as object), reasons: 'Autre chose.' } };
    expect(followsInChain(changed, genesisHash)).toBe(false);
  });

  it('no longer follows when an attribute changes or another event comes before it', () => {
    expect(followsInChain({ ...example, attributes: { ...example.attributes, actor: 'person-other' } }, genesisHash)).toBe(false);
    expect(followsInChain(example, '1'.repeat(64))).toBe(false);
  });

  it('is sealed over the hash of the one before it', () => {
    const { hash, ...unsigned } = example.attributes;
    const next = sealEnvelope({ ...unsigned, streamversion: 2, id: eventId(unsigned.stream, 2), previoushash: hash }, example.data);
    expect(followsInChain(next, hash)).toBe(true);
    expect(followsInChain(next, genesisHash)).toBe(false);
  });
});

describe('golden examples', () => {
  const names = readdirSync(goldens);

  it('there is one for each event in its current version', () => {
    const expected = eventTypes.map(type => `${type}.v${events[type].schemaVersion}.json`);
    expect(expected.filter(name => !names.includes(name))).toEqual([]);
  });

  it.each(names)('%s can still be read, and its chain hash still holds', name => {
    const event = golden(name);
    expect(readEventData(event.attributes.type, event.attributes.schemaversion, event.data)).toMatchObject({ ok: true });
    expect(followsInChain(event, genesisHash)).toBe(true);
  });
});

describe('reading a payload', () => {
  it('says unknown type, too new and malformed apart, and throws for none of them', () => {
    expect(readEventData('SomethingElse', 1, {})).toMatchObject({ ok: false, problem: 'unknown-type' });
    expect(readEventData('BudgetContested', 2, example.data)).toMatchObject({ ok: false, problem: 'too-new' });
    expect(readEventData('BudgetContested', 1, { kind: 'budget' })).toMatchObject({ ok: false, problem: 'malformed' });
    expect(readEventData('constructor', 1, {})).toMatchObject({ ok: false, problem: 'unknown-type' });
  });

  it('brings an old payload to the present version step by step, and says when a step is missing', () => {
    const table = { Told: { schemaVersion: 3, data: events.TextCommented.data } };
    const data = golden('TextCommented.v1.json').data as Record<string, unknown>;
    const { comment, ...old } = data;
    const rows = {
      Told: {
        1: (one: unknown) => ({ ...(one as object), remark: comment }),
        2: (two: unknown) => ({ ...old, comment: (two as { remark: string }).remark }),
      },
    };
    expect(readerOf(table, rows)('Told', 1, old)).toEqual({ ok: true, data });
    expect(readerOf(table, { Told: { 2: rows.Told[2] } })('Told', 1, old)).toMatchObject({ ok: false, problem: 'no-upcaster' });
  });
});
