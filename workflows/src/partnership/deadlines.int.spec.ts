import { partnershipWorkflow } from '@palabre/contracts';
import { initialState, nextWakeUp } from '@palabre/lifecycle';
import { historyFromJSON } from '@temporalio/common/lib/proto-utils.js';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { goOn, restingFile } from '../replay/scenarios.js';
import { bundleSources } from '../testbed/bundle.js';
import { message } from '../testbed/commands.js';
import { Stage } from '../testbed/stage.js';

let stage: Stage;
let bundle: WorkflowBundleWithSourceMap;

/** How far ahead a deadline must lie for a partnership to be there before it: measured, for machines differ. */
let aheadMs = 6_000;

beforeAll(async () => {
  stage = await Stage.set();
  bundle = await bundleSources('index.ts');
  await stage.startWorker(bundle);
  const began = Date.now();
  const id = `first-${stage.taskQueue.slice(-12)}`;
  await stage.start(restingFile(id, began + 3_600_000), id);
  await stage.send(id, message('Nobody waits for the first run of a worker'));
  aheadMs = Math.max(aheadMs, 3 * (Date.now() - began));
});

afterAll(() => stage.strike());

const instant = (atMs: number): string => new Date(atMs).toISOString();

const historyOf = async (id: string) => (await stage.histories(id)).flatMap(history => historyFromJSON(history).events ?? []);

const eventually = (check: () => void | Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 60_000, interval: 100 });

const timerStarted = (id: string): Promise<void> =>
  eventually(async () => expect((await historyOf(id)).some(event => event.timerStartedEventAttributes)).toBe(true));

describe('deadlines of a real calendar', () => {
  it('PMP-29: one timer wakes the partnership at its next deadline, and the named outcome is recorded with its own date', async () => {
    const id = `wake-${stage.taskQueue.slice(-12)}`;
    const dueMs = Date.now() + aheadMs;
    const input = restingFile(id, dueMs);
    expect(nextWakeUp(input.carried?.state ?? initialState(id))).toBe(instant(dueMs));
    await stage.start(input, id);
    await stage.send(id, message('Still time to say something'));
    expect(stage.eventLog.typesOf(id)).not.toContain('TaskOverdue');
    await eventually(() => expect(stage.eventLog.typesOf(id)).toContain('TaskOverdue'));
    const overdue = stage.eventLog.of(id).find(({ attributes }) => attributes.type === 'TaskOverdue')?.attributes;
    expect(overdue).toMatchObject({ factat: instant(dueMs), actor: 'palabre', party: 'none' });
    expect(Date.parse(overdue?.time ?? '')).toBeGreaterThanOrEqual(dueMs);
    expect(stage.eventLog.of(id)[0]?.attributes.streamversion).toBe((input.carried?.announcedVersion ?? 0) + 1);
    const events = await historyOf(id);
    const rang = events.findIndex(event => event.timerFiredEventAttributes);
    const timers = events.slice(0, rang).filter(event => event.timerStartedEventAttributes);
    expect(timers, 'one timer until it rings; the next is set for the escalation').toHaveLength(1);
  });

  it('PMP-29: a deadline that passed while nobody was there is recorded on entry, with its own date', async () => {
    const id = `late-${stage.taskQueue.slice(-12)}`;
    const dueMs = Date.now() - 3_600_000;
    await stage.start(restingFile(id, dueMs), id);
    await eventually(() => expect(stage.eventLog.typesOf(id)).toContain('TaskOverdue'));
    expect(stage.eventLog.of(id).find(({ attributes }) => attributes.type === 'TaskOverdue')?.attributes.factat).toBe(instant(dueMs));
  });

  it('ALE-18: when the deadline was met, the timer that rings later finds nothing to do', async () => {
    const id = `met-${stage.taskQueue.slice(-12)}`;
    await stage.start(restingFile(id, Date.now() + aheadMs), id);
    await timerStarted(id);
    expect((await stage.send(id, goOn())).outcome).toBe('accepted');
    await stage.timerRang(id);
    await stage.settled(id);
    expect(stage.eventLog.typesOf(id)).toContain('RelationshipContinued');
    expect(stage.eventLog.typesOf(id)).not.toContain('TaskOverdue');
  });

  it('ALE-18: a decision that arrives in the same moment as the deadline beats it', async () => {
    const id = `beats-${stage.taskQueue.slice(-12)}`;
    await stage.start(restingFile(id, Date.now() + aheadMs + 2_000), id);
    await timerStarted(id);
    await stage.stopWorker();
    const deciding = stage.send(id, goOn());
    await stage.timerRang(id);
    await stage.startWorker(bundle);
    expect((await deciding).outcome).toBe('accepted');
    await stage.settled(id);

    const events = await historyOf(id);
    const rang = events.findIndex(event => event.timerFiredEventAttributes);
    const decided = events.findIndex(event => event.workflowExecutionUpdateAcceptedEventAttributes);
    const tasksBetween = events.slice(rang, decided).filter(event => event.workflowTaskCompletedEventAttributes);
    expect(tasksBetween).toHaveLength(1);
    expect(stage.eventLog.typesOf(id)).toContain('RelationshipContinued');
    expect(stage.eventLog.typesOf(id)).not.toContain('TaskOverdue');
    expect(await stage.query(id, partnershipWorkflow.standing)).toMatchObject({ phase: 'implementation' });
  });
});
