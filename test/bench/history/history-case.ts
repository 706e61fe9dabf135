import { join } from 'node:path';
import type { Command } from '@palabre/contracts';
import { followedFor } from '@palabre/testing';
import { openHouse } from '../../support/house.js';
import { mustEqual, type BenchContext, type Finding, type Target } from '../bench-case.js';
import { commandsInto } from '../decide/decisions.js';
import { Partnerships } from '../decide/partnerships.js';
import { shown } from '../measuring/spread.js';

/** What the server keeps of a partnership: all its runs together. */
interface Kept {
  readonly runs: number;
  readonly historyEvents: number;
  /** Bytes handed on by each continue-as-new, as the server stores them. */
  readonly handedOn: readonly number[];
}

const bytesOf = (payloads: readonly { data?: Uint8Array | null }[] | null | undefined): number =>
  (payloads ?? []).reduce((sum, { data }) => sum + (data?.length ?? 0), 0);

async function keptOf(partnerships: Partnerships, id: string): Promise<Kept> {
  let [runs, historyEvents] = [0, 0];
  const handedOn: number[] = [];
  for (let runId: string | undefined; ;) {
    const { events } = await partnerships.handle(id, runId).fetchHistory();
    runs += 1;
    historyEvents += events?.length ?? 0;
    const last = events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes;
    if (last) handedOn.unshift(bytesOf(last.input?.payloads));
    const before = events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
    if (!before) return { runs, historyEvents, handedOn };
    runId = before;
  }
}

/** The id under which the rehearsal was recorded: ids of transfers and difficulties follow from it. */
const recordedId = 'rehearsal-1';

/** Events that each decision adds when everything before it has been announced; a decision that begins a run is left out. */
async function addedOneByOne(partnerships: Partnerships, id: string, commands: readonly Command[]): Promise<number[]> {
  const seen: { runId: string; length: number }[] = [];
  await partnerships.play(id, commands, async () => {
    await partnerships.settled(id);
    const { runId, historyLength } = await partnerships.handle(id).describe();
    seen.push({ runId, length: historyLength });
  });
  return seen.flatMap(({ runId, length }, at) => {
    const before = seen[at - 1];
    return before?.runId === runId ? [length - before.length] : [];
  });
}

const targetOf = (value: number): Target => ({
  words: '≤ 11',
  met: value <= 11,
  whenShort: 'Five for the Update, three for the announcement, three for the task that hears of it; the start of each run comes on top.',
});

async function measure(partnerships: Partnerships, commands: readonly Command[], years: number): Promise<Finding['figures']> {
  const added = await addedOneByOne(partnerships, 'history-alone', commandsInto('implementation'));
  const most = Math.max(...added);
  await partnerships.play(recordedId, commands);
  const version = await partnerships.settled(recordedId);
  mustEqual('version after the story', version, followedFor(years).state.head.version);
  const whole = await keptOf(partnerships, recordedId);
  const perDecision = whole.historyEvents / commands.length;
  const largest = Math.max(...whole.handedOn);
  return [
    {
      what: `History events per decision over the whole story: ${commands.length} decisions, ${whole.runs} runs`,
      ours: `${shown(whole.historyEvents, 0)} events`,
      baseline: '',
      result: shown(perDecision),
      target: targetOf(perDecision),
    },
    {
      what: `History events that one decision adds, everything before it announced; most of ${added.length}`,
      ours: `least ${Math.min(...added)}`,
      baseline: '',
      result: String(most),
      target: targetOf(most),
    },
    {
      what: `Passed on at continue-as-new after ${years} rehearsed years, largest of ${whole.handedOn.length}`,
      ours: `${shown(largest / 1_024)} KB`,
      baseline: '',
      result: `last ${shown((whole.handedOn.at(-1) ?? Number.NaN) / 1_024)} KB`,
      target: {
        words: '≤ 64 KB',
        met: largest <= 64 * 1_024,
        whenShort: 'The policy, open tasks and deadlines, and the answers to repeated commands travel with each run.',
      },
    },
  ];
}

export async function historyCase({ servers, folder, quick }: BenchContext): Promise<Finding> {
  const years = quick ? 2 : 10;
  const house = await openHouse(servers, {
    dataDir: join(folder, 'history'),
    only: ['worker'],
    env: { PALABRE_SWEEP_EVERY_SECONDS: '86400' },
  });
  const partnerships = await Partnerships.connect(servers.temporalAddress, servers.temporalNamespace, house.stack.settings.taskQueue);
  try {
    const { commands } = followedFor(years);
    return {
      title: 'Length of histories and what travels between runs',
      conditions: [
        `A story played on the real server: from the idea through ${years} years of monthly meetings, quarterly transfers with justification, status points, difficulties, and yearly reviews.`,
        'Counted in the histories that the server keeps: all events of all runs, starts and continue-as-new included, over all decisions; bytes of the input of each further run.',
        'In a real calendar a decision that moves the next deadline adds two events, for the timer given up and the one set.',
      ],
      figures: await measure(partnerships, commands, years),
      checks: ['the version that the same story has under the rules alone'],
    };
  } finally {
    await partnerships.close();
    await house.stop();
  }
}
