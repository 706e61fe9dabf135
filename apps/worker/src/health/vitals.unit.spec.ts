import type { SweepReport } from '@palabre/workflows';
import { describe, expect, it } from 'vitest';
import { Vitals } from './vitals.js';

const start = Date.parse('2030-01-01T00:00:00.000Z');

const report = (more: Partial<SweepReport> = {}): SweepReport => ({
  compared: 3,
  behind: 0,
  ahead: 0,
  reannounced: 0,
  reannouncedInAll: 0,
  failed: 0,
  gone: 0,
  stuck: 0,
  ailing: [],
  lags: {},
  ...more,
});

function running(sweepEverySeconds: number | null): { vitals: Vitals; pass: (seconds: number) => void } {
  let now = start;
  const vitals = new Vitals(() => now, sweepEverySeconds);
  vitals.enter('running');
  return { vitals, pass: seconds => void (now += seconds * 1_000) };
}

describe('what the worker says about itself', () => {
  it('is well while it runs, and neither before nor while it drains', () => {
    const { vitals } = running(null);
    expect(vitals.report().well).toBe(true);
    vitals.enter('draining');
    expect(vitals.report().well).toBe(false);
    expect(new Vitals(() => 0, null).report()).toMatchObject({ well: false, state: 'starting' });
  });

  it('is unwell at once when a workflow task fails, and well again when that run goes on', () => {
    const { vitals } = running(null);
    vitals.taskFailed('run-1', null);
    vitals.taskFailed('run-1', null);
    vitals.name('run-1', 'partnership/p-1');
    expect(vitals.report()).toMatchObject({
      well: false,
      failingWorkflowTasks: {
        now: 1,
        total: 2,
        runs: [{ runId: 'run-1', workflowId: 'partnership/p-1', since: '2030-01-01T00:00:00.000Z' }],
      },
    });
    vitals.recovered('run-1');
    expect(vitals.report()).toMatchObject({ well: true, failingWorkflowTasks: { now: 0, total: 2, runs: [] } });
  });

  it('shows announcing retries at once, and is unwell when they last longer than a broker takes to restart', () => {
    const { vitals, pass } = running(null);
    vitals.announcingFailed('partnership/p-1');
    pass(10);
    vitals.announcingFailed('partnership/p-1');
    expect(vitals.report()).toMatchObject({
      well: true,
      announcing: { retries: 2, streamsWaiting: 1, waitingSince: '2030-01-01T00:00:00.000Z' },
    });
    pass(6);
    expect(vitals.report().well).toBe(false);
    vitals.announced('partnership/p-1');
    expect(vitals.report()).toMatchObject({ well: true, announcing: { retries: 2, streamsWaiting: 0, waitingSince: null } });
  });

  it('is unwell when three sweeps in a row did not come', () => {
    const { vitals, pass } = running(5);
    pass(14);
    expect(vitals.report().sweeping).toMatchObject({ on: true, lastAt: null, stale: false });
    pass(2);
    expect(vitals.report()).toMatchObject({ well: false, sweeping: { stale: true } });
    vitals.swept(report(), start + 16_000);
    expect(vitals.report()).toMatchObject({ well: true, sweeping: { stale: false, last: { compared: 3, behind: 0, ahead: 0 } } });
  });

  it('gives the first sweep after a long rest its time: the last one may have ended days ago', () => {
    const { vitals, pass } = running(5);
    vitals.swept(report(), start - 3 * 86_400_000);
    expect(vitals.report()).toMatchObject({ well: true, sweeping: { stale: false } });
    pass(16);
    expect(vitals.report()).toMatchObject({ well: false, sweeping: { stale: true } });
  });

  it.each(['failed', 'gone', 'stuck'] as const)('is unwell at once while a stream has %s in the last sweep, and names it', because => {
    const { vitals } = running(5);
    const ailing = [{ stream: 'partnership/p-1', because, held: 2, attempts: 3 }];
    vitals.swept(report({ behind: 2, [because]: 1, ailing, reannouncedInAll: 7 }), start);
    expect(vitals.report()).toMatchObject({
      well: false,
      sweeping: { stale: false, reannounced: 7, last: { behind: 2, [because]: 1, ailing } },
    });
    vitals.swept(report({ behind: 1 }), start + 5_000);
    expect(vitals.report()).toMatchObject({ well: true, sweeping: { last: { behind: 1, [because]: 0 } } });
  });

  it('is unwell while the ledger is ahead of a workflow: two histories of one stream are nothing that heals by itself', () => {
    const { vitals } = running(5);
    vitals.swept(report({ ahead: 1 }), start);
    expect(vitals.report()).toMatchObject({ well: false, sweeping: { last: { ahead: 1 } } });
    vitals.swept(report({}), start + 5_000);
    expect(vitals.report().well).toBe(true);
  });
});
