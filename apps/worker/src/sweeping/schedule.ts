import { randomUUID } from 'node:crypto';
import { sweeperWorkflow } from '@palabre/contracts';
import { msToTs } from '@temporalio/common/lib/time.js';
import type { NativeConnection } from '@temporalio/worker';

const alreadyExists = 6;
const skipOverlapping = 1;

/** Starts of sweeps that were missed for longer than this are left out: the next one finds the same. */
const catchUpSeconds = 10;

/** A sweep that hangs for longer than this is ended by the server, so that the next can start. */
const sweepWithinSeconds = 1_800;

/** One schedule for each stack: it bears the name of its task queue. */
export const scheduleIdOf = (taskQueue: string): string => `${sweeperWorkflow.scheduleId}/${taskQueue}`;

const scheduleOf = (taskQueue: string, everySeconds: number) => ({
  spec: { interval: [{ interval: msToTs(everySeconds * 1_000) }] },
  action: {
    startWorkflow: {
      workflowId: scheduleIdOf(taskQueue),
      workflowType: { name: sweeperWorkflow.type },
      taskQueue: { name: taskQueue },
      workflowExecutionTimeout: msToTs(sweepWithinSeconds * 1_000),
    },
  },
  policies: { overlapPolicy: skipOverlapping, catchupWindow: msToTs(catchUpSeconds * 1_000) },
  state: {},
});

interface Where {
  readonly namespace: string;
  readonly taskQueue: string;
}

/** Creates the schedule of the sweeper, or brings the one that exists to this interval. */
export async function ensureSchedule(connection: NativeConnection, { namespace, taskQueue }: Where, everySeconds: number): Promise<void> {
  const asked = { namespace, scheduleId: scheduleIdOf(taskQueue), schedule: scheduleOf(taskQueue, everySeconds), requestId: randomUUID() };
  try {
    await connection.workflowService.createSchedule(asked);
  } catch (error) {
    if ((error as { code?: unknown }).code !== alreadyExists) throw error;
    await connection.workflowService.updateSchedule(asked);
  }
}

/** Takes the schedule away: for stacks and tests that end for good while their server stays. */
export async function removeSchedule(connection: NativeConnection, { namespace, taskQueue }: Where): Promise<void> {
  await connection.workflowService.deleteSchedule({ namespace, scheduleId: scheduleIdOf(taskQueue) });
}
