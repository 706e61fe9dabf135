import type { SweepReport } from '@palabre/workflows';
import { defaultPayloadConverter } from '@temporalio/common';
import type { NativeConnection } from '@temporalio/worker';
import { describe, expect, it } from 'vitest';
import { Vitals } from '../health/vitals.js';
import { LastSweep, SweepWatch } from './last-sweep.js';

const clean: SweepReport = {
  compared: 3,
  behind: 0,
  ahead: 0,
  reannounced: 0,
  reannouncedInAll: 4,
  failed: 0,
  gone: 0,
  stuck: 0,
  ailing: [],
  lags: {},
};

const endedAt = Date.parse('2030-01-01T00:00:00.000Z');

/** A server whose schedule started these runs, oldest first; a run without a report goes on or failed. */
function serverWith(runs: Record<string, SweepReport | null>) {
  const read: string[] = [];
  const workflowService = {
    describeSchedule: async () => ({
      info: { recentActions: Object.keys(runs).map(runId => ({ startWorkflowResult: { workflowId: 'sweep', runId } })) },
    }),
    getWorkflowExecutionHistoryReverse: async ({ execution }: { execution: { runId: string } }) => {
      read.push(execution.runId);
      const report = runs[execution.runId];
      const result = { payloads: [defaultPayloadConverter.toPayload(report)] };
      const ended = { eventTime: { seconds: endedAt / 1_000 }, workflowExecutionCompletedEventAttributes: { result } };
      return { history: { events: [report ? ended : { eventTime: { seconds: 1 } }] } };
    },
  };
  const connection = { workflowService } as unknown as NativeConnection;
  return { connection, runs, read };
}

const here = { namespace: 'default', taskQueue: 'here' };

const quiet = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

const atWork = (): Vitals => {
  const vitals = new Vitals(() => endedAt + 1_000, 60);
  vitals.enter('running');
  return vitals;
};

describe('the last sweep, as the Temporal server knows it', () => {
  it('is the newest that ended well: neither one that goes on nor one that failed', async () => {
    const { connection } = serverWith({ 'run-1': { ...clean, compared: 1 }, 'run-2': { ...clean, compared: 2 }, failed: null, open: null });
    expect(await new LastSweep(connection, here).read()).toMatchObject({ runId: 'run-2', endedAt, report: { compared: 2 } });
  });

  it('is nothing before the first has ended, and is not read twice', async () => {
    const { connection, runs, read } = serverWith({ open: null });
    const last = new LastSweep(connection, here);
    expect(await last.read()).toBeNull();
    runs['run-2'] = clean;
    await last.read();
    await last.read();
    expect(read).toEqual(['open', 'run-2']);
  });

  it('makes every worker unwell alike, also one that never carried out a sweep, and well again with the next', async () => {
    const { connection, runs } = serverWith({
      'run-1': { ...clean, gone: 1, ailing: [{ stream: 'partnership/p-1', because: 'gone', held: 2, attempts: 1 }] },
    });
    const workers = [atWork(), atWork()];
    const watches = workers.map(vitals => new SweepWatch(new LastSweep(connection, here), vitals, quiet, 60));
    for (const watch of watches) await watch.look();
    for (const vitals of workers)
      expect(vitals.report()).toMatchObject({ well: false, sweeping: { lastAt: '2030-01-01T00:00:00.000Z', last: { gone: 1 } } });
    runs['run-2'] = clean;
    for (const watch of watches) await watch.look();
    for (const vitals of workers) expect(vitals.report()).toMatchObject({ well: true, sweeping: { reannounced: 4, last: { gone: 0 } } });
  });
});
