import { partnershipStream } from '@palabre/contracts';
import type { House } from '../../support/house.js';
import { openOwnHouse, type OwnHouse } from '../../support/own-servers.js';
import { until } from '../../support/until.js';
import { behind } from '../checks.js';
import { newTally, runClients, type Tally } from '../clients.js';
import { countLosses } from '../counting.js';
import { decisions } from '../decisions.js';
import { readKept } from '../ledger.js';
import { seeded } from '../random.js';
import { faultEnvironment, openFiles, telling, together, type Progress } from '../run.js';
import { ControlWorker, type Announces } from './control-worker.js';

export interface ControlPlan {
  readonly seed: number;
  readonly partnerships: number;
  readonly clients: number;
  /** Lives of the worker that end right after an announcement. */
  readonly kills: number;
}

/** What one order of announcing and commit led to. */
export interface OrderReport {
  readonly announces: Announces;
  readonly kills: number;
  readonly decisions: number;
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
}

/** Both orders under the same kills: the control has done its duty when only the wrong one loses or doubles. */
export interface ControlReport {
  readonly before: OrderReport;
  readonly after: OrderReport;
  readonly seconds: number;
}

/** Each life of the worker ends with this announcement. */
const announcementsOfALife = 12;
const lifeMs = 60_000;
const restMs = 40_000;

/** Waits until every stream has come to its end: level with its workflow, or stopped for good by what was told twice. */
async function comeToRest(house: House, ids: readonly string[]): Promise<void> {
  const moving = async (): Promise<string[]> => {
    const stopped = new Set((await readKept(house)).parked.map(({ stream }) => stream));
    return (await behind(house, ids)).filter(line => !stopped.has(partnershipStream(line.split(':')[0] ?? '')));
  };
  // A stream that never becomes level is what the control is for: it is counted below.
  await until('the streams rest', moving, found => found.length === 0, restMs).catch(() => undefined);
}

/** Clients decide while the worker is killed, each time between an announcement and what follows it. */
async function strike(house: OwnHouse, worker: ControlWorker, ids: readonly string[], plan: ControlPlan, tally: Tally): Promise<number> {
  let kills = 0;
  let isEnough = false;
  const killing = async (): Promise<void> => {
    while (kills < plan.kills && (await worker.endsWithin(lifeMs))) {
      kills += 1;
      await worker.start(kills < plan.kills ? announcementsOfALife : 0);
    }
    isEnough = true;
  };
  const deciding = runClients(house, decisions(ids, seeded(plan.seed)), tally, { clients: plan.clients, isEnough: () => isEnough });
  await together(killing(), deciding, tally);
  return kills;
}

async function runOrder(house: OwnHouse, announces: Announces, plan: ControlPlan, tell: Progress): Promise<OrderReport> {
  const worker = new ControlWorker(house, announces);
  const tally = newTally();
  const quiet = telling(tell, () => `control (announcing ${announces} the commit): ${tally.acknowledged.length} decisions`);
  try {
    await worker.start(plan.partnerships + announcementsOfALife);
    const ids = await openFiles(house, plan.partnerships);
    const kills = await strike(house, worker, ids, plan, tally);
    await comeToRest(house, ids);
    const kept = await readKept(house);
    const streams = new Set(ids.map(partnershipStream));
    const ours = <T extends { stream: string }>(list: readonly T[]): T[] => list.filter(({ stream }) => streams.has(stream));
    const { lost, doubled } = countLosses(tally.acknowledged, { rows: ours(kept.rows), parked: ours(kept.parked) });
    return { announces, kills, decisions: tally.acknowledged.length, lost, doubled };
  } finally {
    quiet();
    await worker.kill();
  }
}

/** The same house, the same clients, the same kills: announcing after the commit, then before it. */
export async function runControl(plan: ControlPlan, tell: Progress): Promise<ControlReport> {
  const began = Date.now();
  tell('control: a worker that is killed right after announcing, in the right and in the wrong order');
  const house = await openOwnHouse({ env: faultEnvironment, only: ['identity', 'projection', 'gateway'] });
  try {
    const after = await runOrder(house, 'after', plan, tell);
    const before = await runOrder(house, 'before', plan, tell);
    return { before, after, seconds: (Date.now() - began) / 1_000 };
  } finally {
    await house.stop();
  }
}

const damage = ({ lost, doubled }: OrderReport): number => lost.length + doubled.length;

/** True when the wrong order loses or doubles events and the right one does not, under the same kills. */
export const hasShown = ({ before, after }: ControlReport): boolean => damage(before) > 0 && damage(after) === 0;

const row = ({ announces, kills, decisions: count, lost, doubled }: OrderReport): string =>
  `announcing ${announces.padEnd(6)} the commit: ${kills} kills, ${count} decisions, ${lost.length} events lost, ${doubled.length} told twice`;

/** The control for people. */
export function controlText(report: ControlReport): string {
  const examples = [...report.before.doubled.slice(0, 2), ...report.before.lost.slice(0, 2)].map(line => `    ${line}`);
  return [
    'Control: the worker is killed right after an announcement, again and again',
    row(report.after),
    row(report.before),
    ...examples,
    hasShown(report) ? 'shown: only the order counts' : 'NOT shown: run it again with another --seed',
  ].join('\n');
}
