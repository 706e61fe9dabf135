import type { CommandAnswer, EventEnvelope, PartnershipStanding } from '@palabre/contracts';
import { handle } from '@palabre/lifecycle';
import { followedFor, people } from '@palabre/testing';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleSources } from '../testbed/bundle.js';
import { command, message } from '../testbed/commands.js';
import { upTo } from '../testbed/event-log-in-memory.js';
import { Stage } from '../testbed/stage.js';
import { noAnswers } from '../hosting/answered-commands.js';
import type { PartnershipInput } from './input.js';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.set();
  await stage.startWorker(await bundleSources('index.ts'));
});

afterAll(() => stage.strike());

/** A rehearsal in its second year, handed to the workflow as an earlier run would. */
async function followed(name: string) {
  const id = `${name}-${stage.taskQueue.slice(-12)}`;
  const state = { ...followedFor(1).state, id };
  const before = state.head.version;
  const input: PartnershipInput = { schemaVersion: 1, id, policy: null, carried: { state, announcedVersion: before, answered: noAnswers } };
  await stage.start(input, id);
  return { id, state, before };
}

const advanceTo = (day: string, id: string) => command('AdvanceCalendar', { to: `${day}T09:00:00.000Z` }, { id, actor: people.officer });

const timersOf = async (id: string): Promise<number> =>
  (await stage.histories(id)).flatMap(history => historyFromJSON(history).events ?? []).filter(one => one.timerStartedEventAttributes)
    .length;

const dated = (events: readonly EventEnvelope[]): string[] => events.map(({ attributes }) => attributes.factat);

const placed = (events: readonly EventEnvelope[]): string[] =>
  events.map(({ attributes }) => `${attributes.streamversion} ${attributes.factat} ${attributes.type} ${attributes.cause}`);

describe('a rehearsed calendar that is moved over many years at once', () => {
  it('fires hundreds of deadlines in steps of one workflow task each: the same events in the same order as in one go', async () => {
    const { id, state } = await followed('decades');
    const far = advanceTo('2058-03-01', 'over-decades');
    const expected = handle(state, far, { recordedAt: new Date().toISOString() }).envelopes;
    const fired = new Set(expected.map(({ attributes }) => attributes.cause)).size;
    expect(fired).toBeGreaterThan(300);
    expect(await stage.send(id, far)).toMatchObject({ outcome: 'accepted', version: expected.at(-1)?.attributes.streamversion });
    await stage.settled(id);
    expect(placed(stage.eventLog.of(id))).toEqual(placed(expected));
    expect(await timersOf(id)).toBeGreaterThanOrEqual(Math.floor(fired / 100));
  });

  it('answers others meanwhile, gives a repeated command its one answer, and never moves backwards', async () => {
    const { id, before } = await followed('meanwhile');
    const far = advanceTo('2058-03-01', 'far');
    const near = advanceTo('2030-03-01', 'near');
    const answers: CommandAnswer[] = await Promise.all([
      stage.send(id, far),
      stage.send(id, far),
      stage.send(id, near),
      stage.send(id, message('Still under way?', { actor: people.officer })),
    ]);
    expect(answers[1]).toEqual(answers[0]);
    const version = await stage.settled(id);
    const told = stage.eventLog.of(id);
    expect(stage.eventLog.versionsOf(id)).toEqual(upTo(version).slice(before));
    const arrivals = told.filter(({ attributes }) => attributes.type === 'CalendarAdvanced');
    expect(arrivals.filter(({ attributes }) => attributes.cause === 'far')).toHaveLength(1);
    expect(dated(told)).toEqual(dated(told).toSorted());
    expect((await stage.query<PartnershipStanding>(id, 'standing')).calendar.now).toBe('2058-03-01T09:00:00.000Z');
  });
});
