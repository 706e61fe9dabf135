import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caughtUp, check } from '../faults/checks.js';
import { newTally, runClients, type Tally } from '../faults/clients.js';
import { decisions } from '../faults/decisions.js';
import { readKept } from '../faults/ledger.js';
import { seeded } from '../faults/random.js';
import { openFiles } from '../faults/run.js';
import { openOwnHouse, type OwnHouse } from '../support/own-servers.js';
import { until } from '../support/until.js';

let house: OwnHouse;
let files: string[];
const tally: Tally = newTally();
let supply: ReturnType<typeof decisions>;

const decide = (count: number): Promise<void> => {
  const enough = tally.acknowledged.length + count;
  return runClients(house, supply, tally, { clients: 4, isEnough: () => tally.acknowledged.length >= enough });
};

const versions = async (): Promise<number> => {
  const replies = await Promise.all(files.map(id => house.call('hq-ops', 'GET', `/v1/partnerships/${id}/standing`)));
  return replies.reduce((sum, { body }) => sum + Number(body['version']), 0);
};

/** Announced as far as decided: the events are in Kafka, and nobody else has them yet. */
const everythingIsAnnounced = (): Promise<unknown> =>
  until(
    'every event is announced',
    () => Promise.all(files.map(id => house.call('hq-ops', 'GET', `/v1/partnerships/${id}/standing`))),
    replies => replies.every(({ body }) => body['version'] === body['announcedVersion']),
  );

beforeAll(async () => {
  house = await openOwnHouse({ env: { PALABRE_SWEEP_EVERY_SECONDS: '2', PALABRE_SWEEP_GRACE_SECONDS: '2' } });
  files = await openFiles(house, 4);
  supply = decisions(files, seeded(4));
});

afterAll(() => house.stop());

describe('everything that Kafka has stored is lost while partnerships run', () => {
  it('the ledger lacks what only Kafka held, and becomes complete again by itself', async () => {
    await decide(24);
    await caughtUp(house, files, 60_000);
    await house.kill('projection');
    await decide(24);
    await everythingIsAnnounced();
    const before = (await readKept(house)).rows.length;
    await house.servers.wipe('kafka');
    expect((await readKept(house)).rows).toHaveLength(before);
    const decided = await versions();
    expect(decided).toBeGreaterThanOrEqual(before + 24);
    await house.startAgain('projection');
    await caughtUp(house, files, 120_000);
    expect((await readKept(house)).rows).toHaveLength(decided);
  });

  it('says in health that versions were announced again from the history', async () => {
    const health = async (): Promise<number> => {
      const reply = await fetch(`${house.stack.addresses.projection}/v1/health`);
      return ((await reply.json()) as { worker: { sweeping: { reannounced: number } } }).worker.sweeping.reannounced;
    };
    await until('health tells of it once the sweep has ended', health, reannounced => reannounced > 0, 60_000);
  });

  it('takes decisions while the wipe is under way, and nothing is lost, doubled or parked in the end', async () => {
    await Promise.all([house.servers.wipe('kafka'), decide(24)]);
    const findings = await check(house, files, tally.acknowledged, 90_000);
    expect(findings).toMatchObject({ lost: [], doubled: [], gaps: [], unasked: [], parked: [], parting: [], differingModels: [] });
    expect(house.stack.processes.died()).toEqual([]);
  });
});
