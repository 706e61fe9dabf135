import { openOwnHouse, type OwnHouse } from '../../support/own-servers.js';
import { newTally, runClients, type Tally } from '../clients.js';
import type { Losses } from '../counting.js';
import { decisions } from '../decisions.js';
import { seeded } from '../random.js';
import { openFiles, runStorm, telling, together, type FaultPlan, type Progress, type StormReport } from '../run.js';
import { faultEnvironment } from '../storm-house.js';
import { ControlWorker, type Announces } from './control-worker.js';
import { damageAtRest } from './damage.js';

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

/** Both orders under the same aimed kills: the control has done its duty when only the wrong one loses or doubles. */
export interface ControlReport {
  readonly before: OrderReport;
  readonly after: OrderReport;
  readonly seconds: number;
}

/** Each life of the worker ends with this announcement. */
const announcementsOfALife = 12;
const lifeMs = 60_000;

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
    const { lost, doubled } = await damageAtRest(house, ids, tally);
    return { announces, kills, decisions: tally.acknowledged.length, lost, doubled };
  } finally {
    quiet();
    await worker.kill();
  }
}

/** The storm itself with the one switch: announcing moved before the commit. It must lose or double something. */
export const runControlStorm = (plan: Omit<FaultPlan, 'announces'>, tell: Progress): Promise<StormReport<Losses>> =>
  runStorm({ ...plan, announces: 'before' }, tell, damageAtRest);

/** The same house, the same clients, the same aimed kills: announcing after the commit, then before it. */
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
