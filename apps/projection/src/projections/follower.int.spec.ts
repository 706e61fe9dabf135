import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerEvent } from '../ledger/ledger-event.js';
import { historyOfAll } from '../spec/history-of-all.js';
import { RebuildBench } from '../spec/rebuild-proof.js';
import { projections } from './index.js';

let bench: RebuildBench;

beforeAll(async () => {
  bench = await RebuildBench.open();
});

afterAll(() => bench.close());

/** Events of new partnerships, in the ledger and not yet followed. */
async function written(name: string, batches: number): Promise<(readonly LedgerEvent[])[]> {
  const found: (readonly LedgerEvent[])[] = [];
  for (let n = 0; n < batches; n += 1) {
    const { appended } = await bench.ingest.ingestBatch(bench.log.batch(historyOfAll(`${name}-${n}`).envelopes));
    found.push(appended);
  }
  return found;
}

const placesOf = async (): Promise<number[]> => {
  const { rows } = await bench.pool.query<{ position: string }>("SELECT position FROM read_model WHERE status = 'live'");
  return rows.map(row => Number(row.position));
};

/** Every read model stands at the head, with the rows that the ledger alone gives. */
async function allFollowed(): Promise<void> {
  const { rows } = await bench.pool.query<{ position: string }>('SELECT position FROM ledger_counter');
  expect(await placesOf()).toEqual(projections.map(() => Number(rows[0]?.position)));
  for (const projection of projections) expect(await bench.rebuild(projection)).toMatchObject({ model: projection.name, equal: true });
}

describe('read models that are behind', () => {
  it('take together what arrived while a step was under way, and show the rows of every event', async () => {
    const noticed: string[] = [];
    const listener = await bench.pool.connect();
    listener.on('notification', ({ payload }) => noticed.push(payload ?? ''));
    await listener.query('LISTEN palabre_moved');
    const batches = await written('p-burst', 12);
    await Promise.all(batches.map(batch => bench.follower.follow(batch)));
    await bench.follower.settled();
    await listener.query('UNLISTEN palabre_moved');
    listener.release(true);
    expect(noticed.length).toBeGreaterThan(0);
    expect(noticed.length).toBeLessThan(batches.length);
    await allFollowed();
  });

  it('read the ledger itself when batches are handed over in another order than their own, or not at all', async () => {
    const [first, , third, fourth] = await written('p-mixed', 4);
    await bench.follower.follow(third);
    await bench.follower.follow(first);
    await bench.follower.settled();
    await bench.follower.follow(fourth);
    await bench.follower.settled();
    await allFollowed();
    expect(bench.logger.messages('error')).toEqual([]);
  });
});
