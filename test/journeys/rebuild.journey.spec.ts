import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caughtUp, check, models, rebuildIsEqual } from '../faults/checks.js';
import { newTally, runClients } from '../faults/clients.js';
import { decisions } from '../faults/decisions.js';
import { seeded } from '../faults/random.js';
import { faultEnvironment, openFiles } from '../faults/run.js';
import { openHouse, type House } from '../support/house.js';

let house: House;
let files: string[];

const tally = newTally();
const failed: string[] = [];
let reads = 0;
const over = new AbortController();

/** A pause between two readings of one reader, so that reading is a load and not an attack. */
const betweenReadsMs = 20;

/** One page of each of the five read models. */
const pages = (id: string): readonly string[] => [
  '/v1/portfolio',
  '/v1/inbox',
  `/v1/partnerships/${id}`,
  `/v1/partnerships/${id}/timeline`,
  `/v1/partnerships/${id}/deadlines`,
];

async function keepReading(): Promise<void> {
  for (let turn = 0; !over.signal.aborted; turn += 1) {
    for (const path of pages(files[turn % files.length] ?? '')) {
      const status = await house.call('hq-ops', 'GET', path).then(
        reply => reply.status,
        () => 0,
      );
      reads += 1;
      if (status !== 200) failed.push(`${path}: ${status}`);
    }
    await pause(betweenReadsMs);
  }
}

let load: Promise<unknown>;

beforeAll(async () => {
  house = await openHouse(undefined, { env: faultEnvironment });
  files = await openFiles(house, 6);
  const next = decisions(files, seeded(8));
  await runClients(house, next, tally, { clients: 4, isEnough: () => tally.acknowledged.length >= 120 });
  await caughtUp(house, files, 60_000);
  load = Promise.all([keepReading(), keepReading(), runClients(house, next, tally, { clients: 2, isEnough: () => over.signal.aborted })]);
});

afterAll(async () => {
  over.abort();
  await load;
  await house.stop();
});

describe('a read model is made anew from the ledger while people decide and read', () => {
  it.each(models)('%s has the same rows afterwards, and reading and deciding went on meanwhile', async model => {
    const before = { reads, decided: tally.acknowledged.length };
    expect(await rebuildIsEqual(house, model)).toBe(true);
    expect(reads).toBeGreaterThan(before.reads);
    expect(tally.acknowledged.length).toBeGreaterThan(before.decided);
    expect(failed).toEqual([]);
  });

  it('what is shown afterwards is what a replay from zero gives, and no read has failed', async () => {
    over.abort();
    await load;
    const findings = await check(house, files, tally.acknowledged, 60_000);
    expect(findings).toMatchObject({ lost: [], doubled: [], parked: [], parting: [], differingModels: [] });
    expect(failed).toEqual([]);
    expect(tally.unclear).toEqual([]);
    expect(reads).toBeGreaterThan(50);
  });
});
