import { describe, expect, it } from 'vitest';
import { HeadsComparison } from './compare-heads.js';
import type { CommittedHead, ListedRun, Run, RunDescription } from './workflow-runs.js';

const graceMs = 10_000;

interface Known {
  readonly run: ListedRun;
  readonly head: CommittedHead;
  readonly described: RunDescription;
}

type More = Partial<RunDescription> & { wasCutOff?: boolean };

/** Workflows and a ledger that a test can set, and a record of what was asked. Each page holds one run when `paged`. */
function scene({ paged = false } = {}) {
  const workflows = new Map<string, Known>();
  const ledger = new Map<string, number>();
  const seen = { heads: 0, ledger: 0, failing: [] as string[], ahead: [] as string[] };
  let now = 1_000_000;
  const known = (run: Run): Known => {
    const workflow = workflows.get(run.workflowId);
    if (workflow === undefined) throw new Error(`no workflow ${run.workflowId}`);
    return workflow;
  };
  const comparison = new HeadsComparison({
    runs: {
      page: async token => {
        const runs = [...workflows.values()].map(({ run }) => run);
        if (!paged) return { runs, next: null };
        const place = Number(token);
        return { runs: runs.slice(place, place + 1), next: place + 1 < runs.length ? String(place + 1) : null };
      },
      describe: async run => known(run).described,
      committedHead: async run => {
        seen.heads += 1;
        return known(run).head;
      },
    },
    ledgerHeads: async () => {
      seen.ledger += 1;
      return new Map(ledger);
    },
    clock: () => now,
    graceMs,
    taskFails: run => void seen.failing.push(run.workflowId),
    ledgerAhead: stream => void seen.ahead.push(stream),
  });
  const commit = (stream: string, version: number, agoMs: number | null, more: More = {}, runId = 'run-1'): void => {
    const { wasCutOff = false, ...described } = more;
    workflows.set(stream, {
      run: { workflowId: stream, runId, wasCutOff },
      head: { version, committedAt: agoMs === null ? null : now - agoMs },
      described: { runId, events: version * 10, isOpen: true, taskAttempt: 0, taskHangs: false, ...described },
    });
  };
  let sweeps = 0;
  const sweep = () => comparison.page('', `sweep-${(sweeps += 1)}`);
  const forget = (stream: string): void => void workflows.delete(stream);
  return { comparison, sweep, commit, forget, ledger, seen, pass: (ms: number) => void (now += ms) };
}

describe('heads in workflows against heads in the ledger', () => {
  it('says which streams lag and by how much, and nothing about streams that are level', async () => {
    const { sweep, commit, ledger } = scene();
    commit('partnership/level', 7, 60_000);
    commit('partnership/lost', 9, 60_000);
    commit('partnership/unknown', 2, null);
    ledger.set('partnership/level', 7).set('partnership/lost', 4);
    expect(await sweep()).toEqual({
      compared: 3,
      lagging: [
        { stream: 'partnership/lost', held: 4, announced: 9, committedAt: 940_000 },
        { stream: 'partnership/unknown', held: 0, announced: 2, committedAt: null },
      ],
      ahead: 0,
      readAt: 1_000_000,
      graceMs,
      nextPage: null,
    });
  });

  it('asks the ledger once for all pages of a sweep, and tells with each page how old that answer is', async () => {
    const { comparison, commit, seen, pass } = scene({ paged: true });
    for (let n = 0; n < 5; n += 1) commit(`partnership/${n}`, 3, 60_000);
    const pages = [];
    for (let token: string | null = ''; token !== null;) {
      const page = await comparison.page(token, 'sweep-1');
      pages.push(page);
      token = page.nextPage;
      pass(7_000);
    }
    expect(pages).toHaveLength(5);
    expect(new Set(pages.map(({ readAt }) => readAt))).toEqual(new Set([1_000_000]));
    expect(seen.ledger).toBe(1);
    expect(await comparison.page('', 'sweep-2')).toMatchObject({ readAt: 1_035_000 });
    expect(seen.ledger).toBe(2);
  });

  it('asks the ledger again when it did not answer the first time', async () => {
    let answers = 0;
    const comparison = new HeadsComparison({
      runs: { page: async () => ({ runs: [], next: null }), describe: never, committedHead: never },
      ledgerHeads: async () => {
        answers += 1;
        if (answers === 1) throw new Error('the projection does not answer');
        return new Map();
      },
      clock: () => 0,
      graceMs,
      taskFails: () => undefined,
      ledgerAhead: () => undefined,
    });
    await expect(comparison.page('', 'sweep-1')).rejects.toThrow('does not answer');
    expect(await comparison.page('', 'sweep-1')).toMatchObject({ compared: 0 });
  });

  it('reads the history of a run again only when it has moved', async () => {
    const { sweep, commit, ledger, seen } = scene();
    commit('partnership/asleep', 3, 60_000);
    ledger.set('partnership/asleep', 3);
    await sweep();
    await sweep();
    expect(seen.heads).toBe(1);
    commit('partnership/asleep', 4, 60_000);
    expect((await sweep()).lagging).toHaveLength(1);
    expect(seen.heads).toBe(2);
  });

  it('does not take the head of one run for that of the next, though both histories are as long', async () => {
    const { sweep, commit, ledger, seen } = scene();
    commit('partnership/renewed', 3, 60_000, { events: 30 });
    ledger.set('partnership/renewed', 3);
    expect((await sweep()).lagging).toEqual([]);
    commit('partnership/renewed', 6, 60_000, { events: 30 }, 'run-2');
    expect(await sweep()).toMatchObject({ lagging: [{ stream: 'partnership/renewed', held: 3, announced: 6 }], ahead: 0 });
    expect(seen.heads).toBe(2);
  });

  it('compares a run that was cut off, but not one in whose place another has begun', async () => {
    const { sweep, commit } = scene();
    commit('partnership/terminated', 5, 60_000, { wasCutOff: true, isOpen: false });
    commit('partnership/begun-again', 4, 60_000, { wasCutOff: true, runId: 'run-2' });
    commit('partnership/carried-on', 5, 60_000, { runId: 'run-1' });
    const { lagging, ahead } = await sweep();
    expect(lagging.map(({ stream }) => stream)).toEqual(['partnership/terminated', 'partnership/carried-on']);
    expect(ahead).toBe(0);
  });

  it('forgets streams that a whole sweep has not met, and only those', async () => {
    const { sweep, commit, forget, ledger, seen } = scene();
    commit('partnership/stays', 3, 60_000);
    commit('partnership/leaves', 3, 60_000);
    ledger.set('partnership/stays', 3).set('partnership/leaves', 3);
    await sweep();
    forget('partnership/leaves');
    await sweep();
    expect(seen.heads).toBe(2);
    commit('partnership/leaves', 3, 60_000);
    await sweep();
    expect(seen.heads).toBe(3);
  });

  it('tells of failing workflow tasks, and of a ledger that holds more than was ever announced', async () => {
    const { sweep, commit, ledger, seen } = scene();
    commit('partnership/fails', 3, 60_000, { taskAttempt: 4, taskHangs: true });
    commit('partnership/rewound', 3, 60_000);
    ledger.set('partnership/fails', 3).set('partnership/rewound', 5);
    const found = await sweep();
    expect(found).toMatchObject({ lagging: [], ahead: 1 });
    expect(seen.failing).toEqual(['partnership/fails']);
    expect(seen.ahead).toEqual(['partnership/rewound']);
  });
});

const never = async (): Promise<never> => {
  throw new Error('nothing of this was asked for');
};
