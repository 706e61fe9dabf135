import type { EventEnvelope } from '@palabre/contracts';
import { ApplicationFailure } from '@temporalio/common';
import { describe, expect, it } from 'vitest';
import { HistoryGone, reannounce } from './reannounce.js';
import type { Run, WorkflowRuns } from './workflow-runs.js';

const event = (streamversion: number): EventEnvelope => ({ attributes: { streamversion } as EventEnvelope['attributes'], data: {} });

const versions = (batches: readonly (readonly EventEnvelope[])[]): number[][] =>
  batches.map(batch => batch.map(one => one.attributes.streamversion));

/** Three runs of one partnership: versions 1 to 3, 4 to 6, 7 to 9, in two batches each. The first may be gone. */
function chain({ firstIsGone = false } = {}): WorkflowRuns {
  const order = ['run-1', 'run-2', 'run-3'];
  const placeOf = (run: Run): number => (run.runId === '' ? 2 : order.indexOf(run.runId));
  return {
    origin: async (run: Run) => {
      const place = placeOf(run);
      if (place === 0 && firstIsGone) throw Object.assign(new Error('gone'), { code: 5 });
      const before = order[place - 1];
      return { previous: before === undefined ? null : { workflowId: run.workflowId, runId: before }, announcedBefore: place * 3 };
    },
    batches: async function* (run: Run) {
      const base = placeOf(run) * 3;
      yield [event(base + 1), event(base + 2)];
      yield [event(base + 3)];
    },
  } as unknown as WorkflowRuns;
}

async function announcedAgain(runs: WorkflowRuns, from: number, to: number): Promise<number[][]> {
  const batches: (readonly EventEnvelope[])[] = [];
  const announce = async (batch: readonly EventEnvelope[]): Promise<void> => void batches.push(batch);
  await reannounce(runs, announce, { stream: 'partnership/p-1', from, to }, () => undefined);
  return versions(batches);
}

describe('missing versions announced again from the history', () => {
  it('goes back through as many runs as it takes, and announces in order and nothing else', async () => {
    expect(await announcedAgain(chain(), 8, 8)).toEqual([[8]]);
    expect(await announcedAgain(chain(), 5, 7)).toEqual([[5], [6], [7]]);
    expect(await announcedAgain(chain(), 1, 9)).toEqual([[1, 2], [3], [4, 5], [6], [7, 8], [9]]);
  });

  it('does not ask for runs that it does not need, and says so when one that it needs is gone', async () => {
    expect(await announcedAgain(chain({ firstIsGone: true }), 4, 4)).toEqual([[4]]);
    await expect(announcedAgain(chain({ firstIsGone: true }), 2, 5)).rejects.toThrow(HistoryGone);
  });

  it('asks the server not to try again when a run is gone for good', async () => {
    const failure = await announcedAgain(chain({ firstIsGone: true }), 2, 5).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure).toMatchObject({ type: 'HistoryGone', nonRetryable: true });
  });
});
