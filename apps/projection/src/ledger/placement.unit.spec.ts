import { describe, expect, it } from 'vitest';
import { fromRecord } from '@palabre/event-log';
import { rawOf } from '../spec/servers.js';
import { Story } from '../spec/story.js';
import { placeRecords, type Incoming, type StreamStanding } from './placement.js';

const incoming = (story: Story, ...versions: number[]): Incoming[] =>
  versions.map((version, index) => {
    const envelope = story.envelopes[version - 1];
    if (!envelope) throw new Error(`the story has no version ${version}`);
    const raw = rawOf(envelope, BigInt(index));
    return { raw, reading: fromRecord(raw) };
  });

const standingAt = (story: Story, version: number, rest: Partial<StreamStanding> = {}): ReadonlyMap<string, StreamStanding> =>
  new Map([
    [
      `partnership/${story.id}`,
      { version, hash: story.envelopes[version - 1]?.attributes.hash ?? '', quarantined: false, queue: [], ...rest },
    ],
  ]);

const nothingKnown = (): undefined => undefined;

describe('where a record goes', () => {
  it('follows versions, not arrival: any order of one batch gives the same rows', () => {
    const story = Story.opened().talk(3);
    for (const order of [
      [1, 2, 3, 4, 5],
      [5, 4, 3, 2, 1],
      [3, 1, 5, 2, 4],
    ]) {
      const { append, park } = placeRecords(incoming(story, ...order), new Map(), nothingKnown);
      expect(append.map(one => one.event.attributes.streamversion)).toEqual([1, 2, 3, 4, 5]);
      expect(park).toEqual([]);
    }
  });

  it('is beside the ledger while its stream is in quarantine, even if it would fit', () => {
    const story = Story.opened().talk(2);
    const { append, park } = placeRecords(incoming(story, 4), standingAt(story, 3, { quarantined: true }), nothingKnown);
    expect(append).toEqual([]);
    expect(park.map(one => one.problem)).toEqual(['behind-fork']);
  });

  it('is nowhere new when the very same record waits already', () => {
    const story = Story.opened().talk(2);
    const waiting = incoming(story, 4).map((one, n) => ({ ...one, id: BigInt(n + 1) }));
    const placement = placeRecords(incoming(story, 4), standingAt(story, 2, { queue: waiting }), nothingKnown);
    expect(placement).toMatchObject({ append: [], park: [], settle: [], duplicates: 1 });
  });

  it('frees what waited for it, and settles what it made superfluous', () => {
    const story = Story.opened().talk(2);
    const queue = incoming(story, 4).map(one => ({ ...one, id: 7n }));
    const placement = placeRecords(incoming(story, 3), standingAt(story, 2, { queue }), nothingKnown);
    expect(placement.append.map(one => one.event.attributes.streamversion)).toEqual([3, 4]);
    expect(placement.settle).toEqual([{ id: 7n, settlement: 'placed' }]);
  });
});
