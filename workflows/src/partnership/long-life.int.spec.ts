import type { CommandAnswer, PartnershipStanding } from '@palabre/contracts';
import { defaultPayloadConverter } from '@temporalio/common';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RecordedHistory } from '../replay/payload-gate.js';
import { bundleSources } from '../testbed/bundle.js';
import { message, openingOf, tooEarly } from '../testbed/commands.js';
import { upTo } from '../testbed/event-log-in-memory.js';
import { Stage, turnedAway } from '../testbed/stage.js';
import type { PartnershipInput } from './input.js';

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.set();
  await stage.startWorker(await bundleSources('index.ts'));
});

afterAll(() => stage.strike());

const eventsOf = (history: RecordedHistory) => historyFromJSON(history).events ?? [];

const inputOf = (history: RecordedHistory): PartnershipInput => {
  const payload = eventsOf(history)[0]?.workflowExecutionStartedEventAttributes?.input?.payloads?.[0];
  if (!payload) throw new Error('A run without input');
  return defaultPayloadConverter.fromPayload<PartnershipInput>(payload);
};

/** True when some Update was answered by the very workflow task that ended the run: the server may then take it twice. */
function answeredWhileEnding(history: RecordedHistory): boolean {
  const events = eventsOf(history);
  const ended = events.at(-1)?.workflowExecutionContinuedAsNewEventAttributes;
  return (
    Boolean(ended) &&
    events.some(
      event => event.workflowExecutionUpdateCompletedEventAttributes && Number(event.eventId) > Number(ended?.workflowTaskCompletedEventId),
    )
  );
}

describe('a partnership that lives longer than one run', () => {
  it('goes on in new runs without anybody noticing: no gap, no doubled answer, nothing left unannounced', async () => {
    const id = `long-${stage.taskQueue.slice(-12)}`;
    const opening = openingOf('rehearsal');
    const opened = await stage.open(id, opening);
    const refused = tooEarly({ id: 'refused-early' });
    const said = message('said in the first run', { id: 'said-early' });
    const early = [await stage.send(id, said), await stage.send(id, refused)];

    const callers = upTo(3).map(async caller => {
      const answers: CommandAnswer[] = [];
      for (const turn of upTo(90)) answers.push(await stage.send(id, message(`caller ${caller}, turn ${turn}`)));
      return answers;
    });
    const answers = (await Promise.all(callers)).flat();
    const histories = await stage.histories(id);

    expect(histories.length).toBeGreaterThan(2);
    expect(new Set(answers.map(answer => answer.version)).size).toBe(270);
    for (const history of histories) {
      expect(eventsOf(history).length).toBeLessThanOrEqual(500);
      expect(answeredWhileEnding(history)).toBe(false);
    }
    for (const history of histories.slice(1)) {
      const { carried, policy } = inputOf(history);
      expect(policy).toBeNull();
      expect(carried?.announcedVersion).toBe(carried?.state.head.version);
    }
    expect([await stage.send(id, said), await stage.send(id, refused), await stage.send(id, opening)]).toEqual([...early, opened]);
    expect(await turnedAway(stage.send(id, message('another text', { id: 'said-early' })))).toEqual({
      type: 'NotAccepted',
      code: 'command-id-reused',
    });

    const { version } = await stage.query<PartnershipStanding>(id, 'standing');
    expect(version).toBe(Math.max(...answers.map(answer => answer.version)));
    await stage.settled(id);
    expect(stage.eventLog.versionsOf(id)).toEqual(upTo(version));
  });

  it('needs at most eleven history events for a decision of a single caller', async () => {
    const id = `lean-${stage.taskQueue.slice(-12)}`;
    await stage.open(id, openingOf('rehearsal'));
    await stage.settled(id);
    const before = (await stage.handle(id).describe()).historyLength;
    for (const turn of upTo(20)) {
      await stage.send(id, message(`turn ${turn}`));
      await stage.settled(id);
    }
    const after = (await stage.handle(id).describe()).historyLength;
    expect((after - before) / 20).toBeLessThanOrEqual(11);
  });
});
