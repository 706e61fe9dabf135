import { setTimeout as pause } from 'node:timers/promises';
import type { Killable, OwnHouse } from '../support/own-servers.js';
import type { Random } from './random.js';

/** One stroke of the killer. */
export interface Kill {
  readonly name: Killable;
  readonly awayMs: number;
}

export interface KillPlan {
  readonly targets: readonly Killable[];
  readonly kills: number;
  /** Servers that are once kept away for this long, after the first round; 0 for never. */
  readonly longAwayMs: number;
  /** Time between two strokes, besides the decisions. */
  readonly pauseMs: readonly [from: number, to: number];
  /** Decisions that are answered between two strokes, so that each meets people at work. */
  readonly decisionsBetween: number;
}

/** How often a start is tried: what it needs may be just as dead. */
const startAttempts = 6;
const aSecond = 1_000;
/** Share of the strokes that do not wait until the one before is mended. */
const overlapping = 0.4;

const servers: readonly Killable[] = ['postgres', 'kafka', 'temporal'];

async function startAgain(house: OwnHouse, name: Killable): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await house.startAgain(name);
    } catch (reason) {
      if (attempt === startAttempts) throw reason;
    }
  }
}

/** Kills, waits, starts again; answers how long it took to take requests again, in milliseconds. */
async function strike(house: OwnHouse, { name, awayMs }: Kill): Promise<number> {
  await house.kill(name);
  await pause(awayMs);
  const began = Date.now();
  await startAgain(house, name);
  return Date.now() - began;
}

/** The order of strokes: every target once in each round, in an order that the seed decides. */
export function strokes({ targets, kills, longAwayMs }: KillPlan, random: Random): Kill[] {
  const list: Kill[] = [];
  while (list.length < kills) {
    const isLong = longAwayMs > 0 && list.length === targets.length;
    for (const name of random.shuffled(targets)) {
      const usual = random.next() < 0.5 ? 0 : aSecond;
      list.push({ name, awayMs: isLong && servers.includes(name) ? longAwayMs : usual });
    }
  }
  return list.slice(0, kills);
}

/** Told about each stroke, and about the end of each with the time that the start took. */
export interface Witness {
  struck(kill: Kill): void;
  mended?(kill: Kill, startMs: number): void;
  /** Number of decisions answered so far. */
  answered(): number;
}

/** Decisions that do not come within this time do not hold back the next stroke. */
const decisionsWithinMs = 45_000;
const lookEveryMs = 20;

async function waitForDecisions(atLeast: number, answered: () => number): Promise<void> {
  const giveUpAt = Date.now() + decisionsWithinMs;
  while (answered() < atLeast && Date.now() < giveUpAt) await pause(lookEveryMs);
}

/** Kills one process after the other and starts each again; ends once everything is up again. */
export async function runKiller(house: OwnHouse, plan: KillPlan, random: Random, witness: Witness): Promise<void> {
  const mending = new Map<Killable, Promise<void>>();
  const mended = async (names: readonly Killable[]): Promise<void> => {
    for (const name of names) await mending.get(name);
  };
  for (const kill of strokes(plan, random)) {
    await waitForDecisions(witness.answered() + plan.decisionsBetween, () => witness.answered());
    await pause(random.between(...plan.pauseMs));
    await mended(random.next() < overlapping ? [kill.name] : [...mending.keys()]);
    const work = strike(house, kill).then(startMs => witness.mended?.(kill, startMs));
    // Awaited before the next stroke; until then its failure is not unhandled.
    work.catch(() => undefined);
    mending.set(kill.name, work);
    witness.struck(kill);
  }
  await mended([...mending.keys()]);
}
