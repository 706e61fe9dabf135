import { partnershipStream } from '@palabre/contracts';
import { DeterminismViolationError } from '@temporalio/workflow';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleSources } from '../testbed/bundle.js';
import { Stage } from '../testbed/stage.js';
import { ChangedPayload, replayAlone, replayWithPayloads } from './payload-gate.js';
import { keep, recordings, type Recording } from './recorded.js';
import { scenarios } from './scenarios.js';

/** Name of a release, `v1`: the runs of this test are then kept as its recordings, beside those of earlier releases. */
const keepAs = process.env['PALABRE_RECORD_HISTORIES'];

let stage: Stage;
let bundle: WorkflowBundleWithSourceMap;

beforeAll(async () => {
  stage = await Stage.set();
  bundle = await bundleSources('index.ts');
  await stage.startWorker(bundle);
});

afterAll(() => stage.strike());

const failureOf = async (attempt: Promise<unknown>): Promise<unknown> => attempt.then(() => null).catch((error: unknown) => error);

/** Plays a scenario on the real server and gives back its runs, oldest first. */
async function play(name: string): Promise<Recording[]> {
  const id = `${name}-${stage.taskQueue.slice(-12)}`;
  await scenarios[name]?.(stage, id);
  const runs = await stage.histories(id);
  if (keepAs) keep(keepAs, name, partnershipStream(id), runs);
  return runs.map((history, place) => ({ name: `${name}.run-${place + 1}`, workflowId: partnershipStream(id), history }));
}

const replayed = (one: Recording, code = bundle): Promise<number> => replayWithPayloads(code, one.history, one.workflowId);

describe('running partnerships go on with the code of today', () => {
  it.each(Object.keys(scenarios))('a run as it is made now replays, with the same announcements: %s', async name => {
    const runs = await play(name);
    expect(runs.length).toBe(name === 'rests-and-goes-on' ? 2 : 1);
    for (const run of runs) expect(await replayed(run)).toBeGreaterThan(0);
  });

  it('every recorded run replays, with the same announcements', async () => {
    const kept = recordings();
    expect(kept.map(({ name }) => name.split('.')[1])).toEqual(expect.arrayContaining(Object.keys(scenarios)));
    for (const run of kept) expect(await replayed(run), run.name).toBeGreaterThan(0);
  });
});

describe('controls: a change that would break running partnerships is seen', () => {
  it('an incompatible workflow, which waits where recorded runs did not, is caught by every replay', async () => {
    const reordered = await bundleSources('replay/variants/reordered.workflow.ts');
    for (const run of recordings()) expect(await failureOf(replayed(run, reordered)), run.name).toBeInstanceOf(DeterminismViolationError);
  });

  it('a changed activity payload passes plain replay, and is caught by the payload gate', async () => {
    const renamed = await bundleSources('replay/variants/renamed-role.workflow.ts');
    for (const run of recordings()) {
      const failure = await failureOf(replayed(run, renamed));
      expect(failure, run.name).toBeInstanceOf(ChangedPayload);
      expect(String(failure)).toContain('"actorrole":"renamed"');
      expect(await failureOf(replayAlone(renamed, run.history, run.workflowId)), run.name).toBeNull();
    }
  });
});
