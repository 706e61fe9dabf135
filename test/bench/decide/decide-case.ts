import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { WorkflowHandle } from '@temporalio/client';
import { openHouse } from '../../support/house.js';
import { mustEqual, type BenchContext, type Figure, type Finding } from '../bench-case.js';
import { startChild } from '../measuring/child.js';
import { inTurn } from '../measuring/rounds.js';
import { percentile, shown, spreadOf } from '../measuring/spread.js';
import { commandsInto, decision } from './decisions.js';
import { Partnerships } from './partnerships.js';

/** Odd, so that both kinds of decision reach every file in turn. */
const files = 11;

/** 20 decisions per second: the load of the issue. */
const pacedMs = 50;

type Contender = (turn: number) => Promise<void>;

/** Latencies of some decisions of one caller, in milliseconds; `everyMs` is the pace, 0 for one right after the other. */
async function latencies(contender: Contender, from: number, count: number, everyMs: number): Promise<number[]> {
  const found: number[] = [];
  const began = performance.now();
  for (let turn = 0; turn < count; turn += 1) {
    const early = began + turn * everyMs - performance.now();
    if (early > 0) await pause(early);
    const asked = performance.now();
    await contender(from + turn);
    found.push(performance.now() - asked);
  }
  return found;
}

interface Series {
  readonly ours: number[][];
  readonly bare: number[][];
}

async function measure(
  contenders: Record<'ours' | 'bare', Contender>,
  context: BenchContext,
  everyMs: number,
  first: number,
): Promise<Series> {
  const count = context.quick ? 40 : 200;
  const series: Series = { ours: [], bare: [] };
  const run = (name: keyof Series) => async (round: number) => {
    const found = await latencies(contenders[name], first + round * count, count, everyMs);
    series[name].push(found);
    return percentile(found, 0.5);
  };
  await inTurn(context.rounds, { ours: run('ours'), bare: run('bare') }, line => context.tell(`p50 in ms, pace ${everyMs}: ${line}`));
  return series;
}

const ms = (value: number): string => `${shown(value)} ms`;

function figure(what: string, { ours, bare }: Series, share: number, isTarget: boolean): Figure {
  const [mine, theirs] = [percentile(ours.flat(), share), percentile(bare.flat(), share)];
  const perRound = spreadOf(ours.map((round, at) => percentile(round, share) / percentile(bare[at] ?? [], share)));
  const ratio = mine / theirs;
  const whenShort =
    'A decision screens, decides and hashes in the workflow’s sandbox, and the announcement of the one before (three more commits of the server) shares processor and database with it.';
  return {
    what,
    ours: ms(mine),
    baseline: ms(theirs),
    result: `${shown(ratio)} (rounds ${shown(perRound.least)}–${shown(perRound.greatest)})`,
    target: isTarget ? { words: '≤ 1.5', met: ratio <= 1.5, whenShort } : null,
  };
}

async function bareHandles(partnerships: Partnerships, taskQueue: string): Promise<WorkflowHandle[]> {
  const handles: WorkflowHandle[] = [];
  for (let file = 0; file < files; file += 1)
    handles.push(await partnerships.client.workflow.start('bare', { workflowId: `${taskQueue}/${file}`, taskQueue, args: [] }));
  return handles;
}

const of = <T>(all: readonly T[], turn: number): T => {
  const one = all[turn % all.length];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
};

async function compare(context: BenchContext, partnerships: Partnerships, bareQueue: string): Promise<Figure[]> {
  const ids = Array.from({ length: files }, (_, file) => `decide-${file + 1}`);
  for (const id of ids) await partnerships.play(id, commandsInto('co-construction'));
  const handles = await bareHandles(partnerships, bareQueue);
  let accepted = 0;
  const contenders = {
    ours: async (turn: number): Promise<void> => {
      const answer = await partnerships.send(of(ids, turn), decision(turn));
      if (answer.outcome === 'accepted') accepted += 1;
    },
    bare: async (turn: number): Promise<void> => {
      await of(handles, turn).executeUpdate('execute', { args: [decision(turn)] });
    },
  };
  for (const contender of Object.values(contenders)) await latencies(contender, 0, 40, 0);
  const paced = await measure(contenders, context, pacedMs, 1_000);
  const closed = await measure(contenders, context, 0, 100_000);
  mustEqual('accepted decisions', accepted, 40 + paced.ours.flat().length + closed.ours.flat().length);
  for (const handle of handles) await handle.terminate('end of the measurement');
  return [
    figure('Decision, p50, 20 per second', paced, 0.5, true),
    figure('Decision, p99, 20 per second', paced, 0.99, true),
    figure('Decision, p50, one right after the other', closed, 0.5, false),
    figure('Decision, p99, one right after the other', closed, 0.99, false),
  ];
}

export async function decideCase(context: BenchContext): Promise<Finding> {
  const { servers } = context;
  const house = await openHouse(servers, {
    dataDir: join(context.folder, 'decide'),
    only: ['worker'],
    env: { PALABRE_SWEEP_EVERY_SECONDS: '86400' },
  });
  const bareQueue = `bench-bare-${randomUUID().slice(0, 8)}`;
  const bare = await startChild('decide/bare-worker.js', {
    TEMPORAL_ADDRESS: servers.temporalAddress,
    TEMPORAL_NAMESPACE: servers.temporalNamespace,
    TEMPORAL_TASK_QUEUE: bareQueue,
  });
  const partnerships = await Partnerships.connect(servers.temporalAddress, servers.temporalNamespace, house.stack.settings.taskQueue);
  try {
    return {
      title: 'Decision through the workflow',
      conditions: [
        `An Update sent by Temporal's own client until its answer is there; one caller, ${files} partnerships in co-construction in turn; half words under the tree, half budgets proposed anew.`,
        'Ours: the worker as it runs, announcing every event to Kafka. Bare: a workflow whose Update counts, a worker of its own, the same server, the same argument.',
        'Runs that continue as new are part of it: a decision that meets one is sent again, and its time counts from the first sending.',
      ],
      figures: await compare(context, partnerships, bareQueue),
      checks: ['every decision accepted'],
    };
  } finally {
    await partnerships.close();
    await bare.stop();
    await house.stop();
  }
}
