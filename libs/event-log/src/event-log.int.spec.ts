import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataSchemaName, eventId, genesisHash, sealEnvelope, type EventEnvelope } from '@palabre/contracts';
import { dropTopic, ensureTopic, fromRecord, kafkaEventLog, type ConsumerOptions, type Logger, type RawRecord } from './index.js';

const quiet: Logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

const brokersOf = (): string[] => {
  const address = process.env['KAFKA_BROKERS'];
  if (!address) throw new Error('KAFKA_BROKERS is not set: run through npm test, or start the local servers and set it');
  return address.split(',');
};

const brokers = brokersOf();
const topic = `palabre.test.${randomUUID().slice(0, 8)}`;
const facts = { partitions: 4, replication: 1, retentionMs: 3_600_000 };
const log = kafkaEventLog({ brokers, clientId: 'spec', topic });

const message = (id: string, version: number): EventEnvelope =>
  sealEnvelope(
    {
      specversion: '1.0',
      id: eventId(`partnership/${id}`, version),
      source: '/palabre',
      type: 'PalaverMessagePosted',
      subject: id,
      time: '2026-01-02T03:04:05.678Z',
      datacontenttype: 'application/json',
      dataschema: dataSchemaName('PalaverMessagePosted', 1),
      stream: `partnership/${id}`,
      streamversion: version,
      epoch: 1,
      factat: '2026-01-02T03:04:05.678Z',
      actor: 'person-1',
      actorrole: 'hq-ops',
      party: 'host',
      cause: `command-${version}`,
      correlation: 'click-1',
      charter: 'sample',
      charterhash: 'c'.repeat(64),
      schemaversion: 1,
      rehearsal: false,
      previoushash: genesisHash,
    },
    { object: 'budget', party: 'host', message: `word ${version} — é` },
  );

/** Reads until so many records came, then stops. */
async function readUntil(count: number, changes: Partial<ConsumerOptions> = {}): Promise<RawRecord[]> {
  const seen: RawRecord[] = [];
  let enough = (): void => undefined;
  const reached = new Promise<void>(resolve => (enough = resolve));
  const consumer = log.consumer({
    groupId: `spec-${randomUUID().slice(0, 8)}`,
    logger: quiet,
    positions: (partitions, { extents }) => Promise.resolve(new Map(partitions.map(one => [one, extents.get(one)?.low ?? 0n]))),
    ...changes,
    onBatch: async batch => {
      await changes.onBatch?.(batch);
      seen.push(...batch.records);
      if (seen.length >= count) enough();
    },
  });
  await consumer.start();
  await reached;
  await consumer.stop();
  return seen;
}

const versionsOf = (records: readonly RawRecord[], id: string): number[] =>
  records.filter(record => record.key === id).map(record => Number(record.headers['ce_streamversion']));

const announcer = log.announcer({ logger: quiet, topicFacts: facts });
const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n + 1);

beforeAll(() => ensureTopic({ ...facts, brokers, topic, logger: quiet }));

afterAll(async () => {
  await announcer.close();
  await dropTopic({ brokers, topic, logger: quiet });
});

describe('the event log on a real broker', () => {
  it('keeps the order within a partnership while many announce at once, and loses nothing', async () => {
    const ids = ['p-1', 'p-2', 'p-3', 'p-4', 'p-5'];
    await Promise.all(
      ids.map(async id => {
        for (let version = 1; version <= 40; version += 4) await announcer.announce([0, 1, 2, 3].map(n => message(id, version + n)));
      }),
    );
    const records = await readUntil(200);
    expect(records).toHaveLength(200);
    for (const id of ids) {
      expect(versionsOf(records, id)).toEqual(upTo(40));
      expect(new Set(records.filter(record => record.key === id).map(record => record.partition)).size).toBe(1);
    }
    const first = fromRecord(records[0] as RawRecord);
    expect(first.ok && first.event.attributes.subject).toBe(records[0]?.key);
  });

  it('continues where the caller’s own offsets say, not where a broker thinks', async () => {
    const all = await readUntil(200);
    const partition = all[0]?.partition ?? 0;
    const ofPartition = all.filter(record => record.partition === partition);
    const from = ofPartition[ofPartition.length - 10]?.offset ?? 0n;
    const rest = await readUntil(10, {
      positions: (partitions, { extents }) =>
        Promise.resolve(new Map(partitions.map(one => [one, one === partition ? from : (extents.get(one)?.high ?? 0n)]))),
    });
    expect(rest.map(record => [record.partition, record.offset])).toEqual(
      ofPartition.slice(-10).map(record => [record.partition, record.offset]),
    );
  });

  it('brings a batch again that could not be taken, before anything that came after it', async () => {
    let refusals = 3;
    const taken: bigint[] = [];
    const records = await readUntil(200, {
      onBatch: () => {
        refusals -= 1;
        return refusals >= 0 ? Promise.reject(new Error('the database is away')) : Promise.resolve();
      },
    });
    taken.push(...records.map(record => record.offset));
    expect(taken).toHaveLength(200);
    for (const id of ['p-1', 'p-2', 'p-3', 'p-4', 'p-5']) expect(versionsOf(records, id)).toEqual(upTo(40));
  });

  it('says that a topic has another number of partitions than declared, instead of mixing up the order', async () => {
    await expect(ensureTopic({ ...facts, partitions: 7, brokers, topic, logger: quiet })).rejects.toThrow(
      'has 4 partitions, 7 are declared',
    );
    await expect(ensureTopic({ ...facts, brokers, topic, logger: quiet })).resolves.toBeUndefined();
  });

  it('tells where it ends', async () => {
    const observer = log.observer(quiet);
    const { extents, clusterId } = await observer.describe();
    await observer.close();
    expect(clusterId.length).toBeGreaterThan(0);
    expect([...extents.values()].reduce((sum, { high }) => sum + high, 0n)).toBe(200n);
  });
});
