import { describe, expect, it } from 'vitest';
import { HeadsComparison } from './compare-heads.js';
import type { CommittedHead, Run, RunDescription } from './workflow-runs.js';

const graceMs = 10_000;

/** Workflows and a ledger that a test can set, and a record of what was asked. */
function scene() {
  const workflows = new Map<string, { runId: string; head: CommittedHead; described: RunDescription }>();
  const ledger = new Map<string, number>();
  const seen = { heads: 0, failing: [] as string[], ahead: [] as string[] };
  let now = 1_000_000;
  const known = (run: Run) => {
    const workflow = workflows.get(run.workflowId);
    if (workflow === undefined) throw new Error(`no workflow ${run.workflowId}`);
    return workflow;
  };
  const comparison = new HeadsComparison({
    runs: {
      page: async () => ({ runs: [...workflows].map(([workflowId, { runId }]) => ({ workflowId, runId })), next: null }),
      describe: async run => known(run).described,
      committedHead: async run => {
        seen.heads += 1;
        return known(run).head;
      },
    },
    ledgerHeads: async () => ledger,
    clock: () => now,
    graceMs,
    taskFails: run => void seen.failing.push(run.workflowId),
    ledgerAhead: stream => void seen.ahead.push(stream),
  });
  const commit = (stream: string, version: number, agoMs: number | null, described: Partial<RunDescription> = {}, runId = 'run-1'): void =>
    void workflows.set(stream, {
      runId,
      head: { version, committedAt: agoMs === null ? null : now - agoMs },
      described: { events: version * 10, isOpen: true, taskAttempt: 0, taskHangs: false, ...described },
    });
  const forget = (stream: string): void => void workflows.delete(stream);
  return { comparison, commit, forget, ledger, seen, pass: (ms: number) => void (now += ms) };
}

describe('heads in workflows against heads in the ledger', () => {
  it('says which versions are missing, and nothing about streams that are level', async () => {
    const { comparison, commit, ledger } = scene();
    commit('partnership/level', 7, 60_000);
    commit('partnership/lost', 9, 60_000);
    commit('partnership/unknown', 2, 60_000);
    ledger.set('partnership/level', 7).set('partnership/lost', 4);
    expect(await comparison.page('')).toEqual({
      compared: 3,
      behind: [
        { partnership: 'partnership/lost', from: 5, to: 9 },
        { partnership: 'partnership/unknown', from: 1, to: 2 },
      ],
      ahead: 0,
      nextPage: null,
    });
  });

  it('does not take for lost what was committed a moment ago', async () => {
    const { comparison, commit, ledger, pass } = scene();
    ledger.set('partnership/busy', 4);
    commit('partnership/busy', 5, 1_000);
    expect((await comparison.page('')).behind).toEqual([]);
    pass(5_000);
    ledger.set('partnership/busy', 5);
    commit('partnership/busy', 6, 1_000);
    expect((await comparison.page('')).behind).toEqual([]);
  });

  it('finds a gap behind which the ledger stands still, however busy the partnership is', async () => {
    const { comparison, commit, ledger, pass } = scene();
    ledger.set('partnership/busy', 4);
    for (const version of [6, 7]) {
      commit('partnership/busy', version, 0);
      expect((await comparison.page('')).behind).toEqual([]);
      pass(6_000);
    }
    commit('partnership/busy', 8, 0);
    expect((await comparison.page('')).behind).toEqual([{ partnership: 'partnership/busy', from: 5, to: 8 }]);
  });

  it('reads the history of a run again only when it has moved', async () => {
    const { comparison, commit, ledger, seen } = scene();
    commit('partnership/asleep', 3, 60_000);
    ledger.set('partnership/asleep', 3);
    await comparison.page('');
    await comparison.page('');
    expect(seen.heads).toBe(1);
    commit('partnership/asleep', 4, 60_000);
    expect((await comparison.page('')).behind).toHaveLength(1);
    expect(seen.heads).toBe(2);
  });

  it('does not take the head of one run for that of the next, though both histories are as long', async () => {
    const { comparison, commit, ledger, seen } = scene();
    commit('partnership/renewed', 3, 60_000, { events: 30 });
    ledger.set('partnership/renewed', 3);
    expect((await comparison.page('')).behind).toEqual([]);
    commit('partnership/renewed', 6, 60_000, { events: 30 }, 'run-2');
    expect(await comparison.page('')).toMatchObject({ behind: [{ partnership: 'partnership/renewed', from: 4, to: 6 }], ahead: 0 });
    expect(seen.heads).toBe(2);
  });

  it('forgets partnerships that a whole sweep has not met, and only those', async () => {
    const { comparison, commit, forget, ledger, seen } = scene();
    commit('partnership/stays', 3, 60_000);
    commit('partnership/leaves', 3, 60_000);
    ledger.set('partnership/stays', 3).set('partnership/leaves', 3);
    await comparison.page('');
    forget('partnership/leaves');
    await comparison.page('');
    expect(seen.heads).toBe(2);
    commit('partnership/leaves', 3, 60_000);
    await comparison.page('');
    expect(seen.heads).toBe(3);
  });

  it('tells of failing workflow tasks, and of a ledger that holds more than was ever announced', async () => {
    const { comparison, commit, ledger, seen } = scene();
    commit('partnership/fails', 3, 60_000, { taskAttempt: 4, taskHangs: true });
    commit('partnership/rewound', 3, 60_000);
    ledger.set('partnership/fails', 3).set('partnership/rewound', 5);
    const found = await comparison.page('');
    expect(found).toMatchObject({ behind: [], ahead: 1 });
    expect(seen.failing).toEqual(['partnership/fails']);
    expect(seen.ahead).toEqual(['partnership/rewound']);
  });
});
