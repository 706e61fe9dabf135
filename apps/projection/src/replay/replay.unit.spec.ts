import { describe, expect, it } from 'vitest';
import { canonicalJson } from '@palabre/contracts';
import { Story } from '../spec/story.js';
import { eventsUntil, foldState } from './replay.js';
import { checkChain, type StoredEvent } from './verify.js';

const stored = (story: Story): StoredEvent[] =>
  story.envelopes.map(({ attributes, data }, n) => ({
    position: String(n + 1),
    attributes: canonicalJson(attributes),
    payload: canonicalJson(data),
  }));

describe('the past of a partnership', () => {
  it('at a date holds what was told by then: a fact of an earlier day told later was not known', () => {
    const story = Story.opened();
    story.talk(1);
    story.tell('PalaverMessagePosted', { object: 'x', party: 'host', message: 'told late' }, { factat: '2026-01-01T00:00:30.000Z' });
    expect(eventsUntil(story.told, '2026-01-01T00:02:00.000Z').map(event => event.version)).toEqual([1, 2]);
    expect(eventsUntil(story.told, '2026-01-01T00:03:00.000Z').map(event => event.version)).toEqual([1, 2, 3, 4]);
    expect(eventsUntil(story.told, '2025-01-01T00:00:00.000Z')).toEqual([]);
  });

  it('folded twice gives the same state, at the head of its last event', () => {
    const story = Story.opened().talk(2);
    const state = foldState('p-1', story.told);
    expect(state).toEqual(foldState('p-1', story.told));
    expect(state.head).toEqual({ version: 4, hash: story.envelopes[3]?.attributes.hash });
  });
});

describe('the chain of hashes', () => {
  it('holds over what was stored, and a single changed byte, a swap or a hole is named with its version', () => {
    const rows = stored(Story.opened().talk(3));
    expect(checkChain(rows)).toMatchObject({ holds: true, version: 5, brokenAt: null });
    const changed = rows.map((row, n) => (n === 2 ? { ...row, payload: row.payload.replace('word 0', 'word 1') } : row));
    expect(checkChain(changed)).toMatchObject({
      holds: false,
      brokenAt: { version: 3, reason: 'its bytes do not have the hash it carries' },
    });
    expect(checkChain(rows.filter((_row, n) => n !== 2))).toMatchObject({
      holds: false,
      brokenAt: { version: 4, reason: 'version 3 is missing' },
    });
    const other = stored(Story.opened('p-1', 'Another beginning').talk(3));
    expect(checkChain([...rows.slice(0, 2), ...other.slice(2)])).toMatchObject({ holds: false, brokenAt: { version: 3 } });
  });
});
