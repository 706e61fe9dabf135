import { openRehearsal, type House } from '../support/house.js';
import type { Killable, OwnHouse } from '../support/own-servers.js';
import { check, type Findings } from './checks.js';
import { newTally, runClients, type Tally } from './clients.js';
import type { Announces } from './control/control-worker.js';
import { decisions } from './decisions.js';
import { runKiller, type KillPlan, type Witness } from './killer.js';
import { seeded } from './random.js';
import { openStormHouse } from './storm-house.js';

/** What a run is to do. */
export interface FaultPlan extends KillPlan {
  readonly seed: number;
  /** The one switch between the storm and its control. */
  readonly announces: Announces;
  readonly partnerships: number;
  readonly clients: number;
  /** Least number of answered decisions. */
  readonly decisions: number;
}

/** What a run did. */
export interface StormReport<F> {
  readonly plan: FaultPlan;
  readonly kills: Readonly<Partial<Record<Killable, number>>>;
  readonly longestStartMs: Readonly<Partial<Record<Killable, number>>>;
  readonly decisions: number;
  readonly refused: number;
  readonly retries: number;
  readonly longestOutageMs: number;
  /** Answers that made a client send again, by what they were. */
  readonly awayAnswers: Readonly<Record<string, number>>;
  readonly unclear: readonly string[];
  /** Programs that ended although nobody killed them. */
  readonly died: readonly string[];
  readonly seconds: number;
  readonly findings: F;
}

/** A run after which everything was compared with everything. */
export type FaultReport = StormReport<Findings>;

export type Progress = (line: string) => void;

export const everything: readonly Killable[] = ['worker', 'gateway', 'projection', 'kafka', 'temporal', 'postgres'];

const caughtUpWithinMs = 180_000;
const tellEveryMs = 10_000;

/** Opens the files that the clients will work on. */
export async function openFiles(house: House, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 1; n <= count; n += 1) ids.push(await openRehearsal(house, `Dossier ${n}`));
  return ids;
}

/** Tells every ten seconds how far the run is; ends with the function it answers. */
export function telling(tell: Progress, line: () => string): () => void {
  const timer = setInterval(() => tell(line()), tellEveryMs);
  return () => clearInterval(timer);
}

interface Struck {
  readonly kills: Map<Killable, number>;
  /** Longest time that a start took, by what was started, in milliseconds. */
  readonly longestStartMs: Map<Killable, number>;
}

const total = (kills: ReadonlyMap<Killable, number>): number => [...kills.values()].reduce((sum, count) => sum + count, 0);

/** Clients decide while the killer strikes; both go on until each has done its share. */
async function storm(house: OwnHouse, ids: readonly string[], plan: FaultPlan, tally: Tally, tell: Progress): Promise<Struck> {
  const kills = new Map<Killable, number>();
  const longestStartMs = new Map<Killable, number>();
  let struckAll = false;
  const witness: Witness = {
    struck: ({ name, awayMs }) => {
      kills.set(name, (kills.get(name) ?? 0) + 1);
      tell(`kill ${total(kills)}: ${name}${awayMs === 0 ? '' : `, away for ${awayMs / 1_000} s`}`);
    },
    answered: () => tally.acknowledged.length,
    mended: ({ name }, startMs) => longestStartMs.set(name, Math.max(longestStartMs.get(name) ?? 0, startMs)),
  };
  const quiet = telling(tell, () => `  ${tally.acknowledged.length} decisions, ${tally.retries} sent again`);
  const killing = runKiller(house, plan, seeded(plan.seed), witness).finally(() => (struckAll = true));
  const isEnough = (): boolean => struckAll && tally.acknowledged.length >= plan.decisions;
  try {
    await together(killing, runClients(house, decisions(ids, seeded(plan.seed + 1)), tally, { clients: plan.clients, isEnough }), tally);
  } finally {
    quiet();
  }
  return { kills, longestStartMs };
}

/** Killer and clients; when one fails, the other is not left alone for ever. */
export async function together(killing: Promise<void>, deciding: Promise<void>, tally: Tally): Promise<void> {
  const abandon = (reason: unknown): never => {
    tally.abandoned = true;
    throw reason;
  };
  const ended = await Promise.allSettled([killing.catch(abandon), deciding.catch(abandon)]);
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}

/** Compares, when everything has come to rest, what clients were promised with what is kept. */
export type Compare<F> = (house: OwnHouse, ids: readonly string[], tally: Tally) => Promise<F>;

/** One run on servers of its own: files are opened, decided on and killed at, then compared. */
export async function runStorm<F>(plan: FaultPlan, tell: Progress, compare: Compare<F>): Promise<StormReport<F>> {
  const began = Date.now();
  tell(`seed ${plan.seed}, announcing ${plan.announces} the commit: starting servers and programs of its own`);
  const house = await openStormHouse(plan.announces);
  try {
    const ids = await openFiles(house, plan.partnerships);
    tell(`${ids.length} partnerships are open; the killer begins`);
    const tally = newTally();
    const { kills, longestStartMs } = await storm(house, ids, plan, tally, tell);
    tell(`${tally.acknowledged.length} decisions are answered; comparing`);
    const findings = await compare(house, ids, tally);
    return {
      plan,
      kills: Object.fromEntries(kills),
      longestStartMs: Object.fromEntries(longestStartMs),
      decisions: tally.acknowledged.length,
      refused: tally.acknowledged.filter(({ outcome }) => outcome === 'refused').length,
      retries: tally.retries,
      longestOutageMs: tally.longestOutageMs,
      awayAnswers: Object.fromEntries(tally.awayAnswers),
      unclear: tally.unclear,
      died: house.stack.processes.died().map(({ name, lastLines }) => `${name}: ${lastLines.slice(-400)}`),
      seconds: (Date.now() - began) / 1_000,
      findings,
    };
  } finally {
    await house.stop();
  }
}

/** The storm: everything is killed, and in the end everything must agree. */
export const runFaults = (plan: Omit<FaultPlan, 'announces'>, tell: Progress): Promise<FaultReport> =>
  runStorm({ ...plan, announces: 'after' }, tell, (house, ids, { acknowledged }) => check(house, ids, acknowledged, caughtUpWithinMs));
