import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caughtUp, check, models, rebuildReport } from '../faults/checks.js';
import { newTally, runClients } from '../faults/clients.js';
import { decisions } from '../faults/decisions.js';
import { seeded } from '../faults/random.js';
import { fillLedger } from '../faults/rebuild/fill.js';
import { keepReading, newReadTally, pagesOf } from '../faults/rebuild/reading.js';
import { openFiles } from '../faults/run.js';
import { faultEnvironment } from '../faults/storm-house.js';
import { openHouse, type House } from '../support/house.js';
import { until } from '../support/until.js';

let house: House;
let files: string[];

const tally = newTally();
const read = newReadTally();
const over = new AbortController();

/** Events of other partnerships, so that a rebuild takes long enough to be met by readers. */
const ledgerHolds = 3_000;

let load: Promise<unknown>;

beforeAll(async () => {
  house = await openHouse(undefined, { env: faultEnvironment });
  await fillLedger(house, ledgerHolds, () => undefined);
  files = await openFiles(house, 6);
  const next = decisions(files, seeded(8));
  await runClients(house, next, tally, { clients: 4, isEnough: () => tally.acknowledged.length >= 120 });
  await caughtUp(house, files, 60_000);
  const reading = () => keepReading(house, files.map(pagesOf), read, over.signal);
  load = Promise.all([reading(), reading(), runClients(house, next, tally, { clients: 2, isEnough: () => over.signal.aborted })]);
});

afterAll(async () => {
  over.abort();
  await load;
  await house.stop();
});

describe('a read model is made anew from the ledger while people decide and read', () => {
  it.each(models)('%s has the same rows afterwards, and reading and deciding went on meanwhile', async model => {
    const before = { reads: read.reads, decided: tally.acknowledged.length };
    expect(await rebuildReport(house, model)).toMatchObject({ equal: true });
    const now = async () => ({ reads: read.reads, decided: tally.acknowledged.length });
    await until('reading and deciding go on', now, seen => seen.reads > before.reads && seen.decided > before.decided);
    expect(read.failed).toEqual([]);
  });

  it('what is shown afterwards is what a replay from zero gives, and no read has failed', async () => {
    over.abort();
    await load;
    const findings = await check(house, files, tally.acknowledged, 60_000);
    expect(findings).toMatchObject({ lost: [], doubled: [], parked: [], parting: [], differingModels: [] });
    expect(findings.events).toBeGreaterThanOrEqual(ledgerHolds + tally.acknowledged.length);
    expect(read.failed).toEqual([]);
    expect(tally.unclear).toEqual([]);
    expect(read.reads).toBeGreaterThan(50);
  });
});
