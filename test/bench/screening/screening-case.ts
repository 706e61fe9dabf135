import { nearness, proposedSettings, screenedName, Screener, type SanctionsList, type ScreenedName } from '@palabre/screening';
import { seeded } from '../../faults/random.js';
import { mustEqual, type BenchContext, type Finding } from '../bench-case.js';
import { inTurn } from '../measuring/rounds.js';
import { percentile, shown, spreadOf } from '../measuring/spread.js';
import { inventedList, InventedNames } from './invented-list.js';

/** What the issue asks for: one name against this many entries within this time, 99 times in 100. */
const entries = 50_000;
const targetMs = 20;

/** Names compared with all of the list in each round: that takes about a second each. */
const comparedWithAll = 2;

const askedInRound = ({ quick }: BenchContext): number => (quick ? 150 : 1_000);

function milliseconds(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

interface Listed {
  readonly id: string;
  readonly name: ScreenedName;
}

const listedNames = (list: SanctionsList): Listed[] =>
  list.entries.flatMap(({ id, names }) => names.map(({ text }) => ({ id, name: screenedName(text) })));

/** The baseline: every listed name compared with the one asked. */
function nearByComparingAll(asked: string, listed: readonly Listed[]): string[] {
  const name = screenedName(asked);
  const near = listed.filter(one => nearness(name, one.name) >= proposedSettings.threshold);
  return [...new Set(near.map(({ id }) => id))].toSorted();
}

/** A third listed names turned round, a third with slips of the pen, a third of strangers. */
function askedNames(names: InventedNames, list: SanctionsList, count: number, round: number): string[] {
  return Array.from({ length: count }, (_, turn) => {
    const listed = list.entries[(round * 7_919 + turn * 104_729) % list.entries.length]?.names[0]?.text ?? '';
    if (turn % 3 === 0) return listed.split(' ').toReversed().join(' ');
    return turn % 3 === 1 ? names.rewritten(listed) : names.person();
  });
}

interface Times {
  /** Milliseconds of each name asked, round by round. */
  readonly ours: number[][];
  /** Milliseconds of each name compared with all. */
  readonly all: number[];
}

async function measure(context: BenchContext, names: InventedNames, list: SanctionsList, screener: Screener): Promise<Times> {
  const listed = listedNames(list);
  const count = askedInRound(context);
  const times: Times = { ours: [], all: [] };
  for (const name of askedNames(names, list, 200, 99)) screener.screen(name);
  const ours = async (round: number): Promise<number> => {
    const took = askedNames(names, list, count, round).map(name => milliseconds(() => screener.screen(name)));
    times.ours.push(took);
    return percentile(took, 0.99);
  };
  const comparingAll = async (round: number): Promise<number> => {
    for (const name of askedNames(names, list, comparedWithAll, round)) {
      let near: string[] = [];
      times.all.push(milliseconds(() => (near = nearByComparingAll(name, listed))));
      const found = screener.screen(name).map(match => match.entry.id);
      mustEqual(`entries near “${name}”`, found.toSorted(), near);
    }
    return percentile(times.all, 0.5);
  };
  await inTurn(context.rounds, { ours, comparingAll }, line => context.tell(`p99 and p50 in ms: ${line}`));
  return times;
}

const ms = (value: number): string => `${shown(value)} ms`;

function figures({ ours, all }: Times, madeReadyIn: number): Finding['figures'] {
  const [middle, high] = [percentile(ours.flat(), 0.5), percentile(ours.flat(), 0.99)];
  const perRound = spreadOf(ours.map(round => percentile(round, 0.99)));
  const baseline = percentile(all, 0.5);
  const target = {
    words: `≤ ${targetMs} ms`,
    met: high <= targetMs,
    whenShort: 'Time goes into counting common pieces of names, then into comparing the nearest in full.',
  };
  const spread = `rounds ${shown(perRound.least)}–${shown(perRound.greatest)}`;
  return [
    { what: 'One name, p99', ours: ms(high), baseline: ms(baseline), result: `${ms(high)} (${spread})`, target },
    { what: 'One name, p50', ours: ms(middle), baseline: ms(baseline), result: `1 : ${shown(baseline / middle, 0)}`, target: null },
    { what: 'Making the list ready', ours: ms(madeReadyIn), baseline: '–', result: ms(madeReadyIn), target: null },
  ];
}

export async function screeningCase(context: BenchContext): Promise<Finding> {
  const random = seeded(2019);
  const names = new InventedNames(random);
  const list = inventedList(random, names, entries);
  const began = performance.now();
  const screener = new Screener(list);
  const madeReadyIn = performance.now() - began;
  const times = await measure(context, names, list, screener);
  const held = list.entries.reduce((sum, entry) => sum + entry.names.length, 0);
  return {
    title: 'Screening one name against a sanctions list',
    conditions: [
      `${entries.toLocaleString('en-US')} invented entries with ${held.toLocaleString('en-US')} names; ${askedInRound(context)} names a round: listed ones turned round, others with slips of the pen, and strangers.`,
      'Baseline: the same score with every name of the list. The list is made ready once, when it is loaded.',
    ],
    figures: figures(times, madeReadyIn),
    checks: ['the same entries are found as by comparing with all'],
  };
}
