import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { sealEnvelope, type EventEnvelope } from '@palabre/contracts';
import { fromRecord } from '@palabre/event-log';
import { ownerDataSource, poolOf, runtimeDataSource } from '../database/data-source.js';
import { migrate } from '../database/migrate.js';
import { Follower } from '../projections/follower.js';
import { HandMadeLog, LogKeeper, scratchDatabase, type ScratchDatabase } from '../spec/servers.js';
import { Story } from '../spec/story.js';
import { createIngest, type Ingest } from './ingest.js';
import { loadStandings, queueLimit } from './standings.js';

let database: ScratchDatabase;
let runtime: DataSource;
let pool: Pool;
let ingest: Ingest;
let log: HandMadeLog;
let logger: LogKeeper;
let counter = 0;

const freshId = (): string => `p-${(counter += 1)}`;

const versionsOf = async (id: string): Promise<number[]> => {
  const { rows } = await pool.query<{ version: string }>('SELECT version FROM ledger WHERE stream = $1 ORDER BY version', [
    `partnership/${id}`,
  ]);
  return rows.map(row => Number(row.version));
};

const waitingOf = async (id: string): Promise<string[]> => {
  const { rows } = await pool.query<{ problem: string }>(
    'SELECT problem FROM parked_record WHERE stream = $1 AND settled_at IS NULL ORDER BY id',
    [`partnership/${id}`],
  );
  return rows.map(row => row.problem);
};

const take = (envelopes: readonly EventEnvelope[]) => ingest.ingestBatch(log.batch(envelopes));

beforeAll(async () => {
  database = await scratchDatabase();
  await migrate(database.url, new LogKeeper());
  runtime = await runtimeDataSource(database.url).initialize();
  pool = poolOf(runtime);
});

afterAll(async () => {
  await runtime.destroy();
  await database.drop();
});

beforeEach(async () => {
  logger = new LogKeeper();
  log = new HandMadeLog();
  ingest = createIngest(pool, { topic: `topic-${freshId()}`, logger });
  await ingest.claim([0], log.description);
});

describe('an event that arrives', () => {
  it('becomes one row with its bytes, and its hash can be checked again from them', async () => {
    const story = Story.opened(freshId(), 'Eau — “sûre” 💧');
    const { appended } = await take(story.envelopes);
    expect(appended.map(event => event.version)).toEqual([1, 2]);
    const { rows } = await pool.query(
      "SELECT version, payload, attributes, encode(hash, 'hex') AS hash, fact_at FROM ledger WHERE stream = $1 ORDER BY version",
      [`partnership/${story.id}`],
    );
    const first = rows[0] as { payload: string; attributes: string; hash: string; fact_at: Date };
    expect(JSON.parse(first.payload)).toEqual(story.envelopes[0]?.data);
    expect(JSON.parse(first.attributes)).toEqual(story.envelopes[0]?.attributes);
    expect(first.hash).toBe(story.envelopes[0]?.attributes.hash);
    expect(first.fact_at.toISOString()).toBe(story.envelopes[0]?.attributes.factat);
  });

  it('is acknowledged and not doubled when it comes again, in the same batch or a later one', async () => {
    const story = Story.opened(freshId()).talk(3);
    await take([...story.envelopes, ...story.envelopes.slice(1, 3)]);
    const again = await take(story.envelopes);
    expect(again.appended).toEqual([]);
    expect(again.duplicates).toBe(5);
    expect(await versionsOf(story.id)).toEqual([1, 2, 3, 4, 5]);
    expect(await waitingOf(story.id)).toEqual([]);
  });

  it('with another hash at a version held is a fork: its stream is quarantined with an alarm, others flow', async () => {
    const story = Story.opened(freshId()).talk(1);
    await take(story.envelopes);
    const third = story.envelopes[2];
    if (!third) throw new Error('the story has three events');
    const { hash: _hash, ...unsigned } = third.attributes;
    const other = sealEnvelope(unsigned, { object: 'budget', party: 'host', message: 'another history' });
    story.talk(1);
    const neighbour = Story.opened(freshId());
    await take([other, ...story.envelopes.slice(3), ...neighbour.envelopes]);
    expect(await versionsOf(story.id)).toEqual([1, 2, 3]);
    expect(await waitingOf(story.id)).toEqual(['fork', 'behind-fork']);
    expect(logger.messages('error')).toContain('ALARM: two histories of one stream; it is in quarantine');
    expect(await versionsOf(neighbour.id)).toEqual([1, 2]);
  });

  it('beyond a gap waits without holding up others, and flows in order when the missing versions arrive', async () => {
    const story = Story.opened(freshId()).talk(4);
    const neighbour = Story.opened(freshId());
    await take([...story.envelopes.slice(0, 2), ...story.envelopes.slice(4), ...neighbour.envelopes]);
    expect(await versionsOf(story.id)).toEqual([1, 2]);
    expect(await waitingOf(story.id)).toEqual(['gap', 'gap']);
    expect(await versionsOf(neighbour.id)).toEqual([1, 2]);
    await take(story.envelopes.slice(2, 3));
    expect(await versionsOf(story.id)).toEqual([1, 2, 3]);
    const { appended } = await take(story.envelopes.slice(3, 4));
    expect(appended.map(event => event.version)).toEqual([4, 5, 6]);
    expect(await versionsOf(story.id)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await waitingOf(story.id)).toEqual([]);
  });

  it('that overtook its predecessor within a batch is put in its place and nothing stays parked', async () => {
    const story = Story.opened(freshId()).talk(2);
    const [first, second, third, fourth] = story.envelopes as [EventEnvelope, EventEnvelope, EventEnvelope, EventEnvelope];
    await take([first, third, fourth, second]);
    expect(await versionsOf(story.id)).toEqual([1, 2, 3, 4]);
    expect(await waitingOf(story.id)).toEqual([]);
  });
});

describe('a poisoned record', () => {
  it('parks its stream with the raw bytes, later events queue behind it, a retry after the repair lets all flow', async () => {
    const story = Story.opened(freshId()).talk(3);
    const neighbour = Story.opened(freshId());
    const spoiled = log.batch(story.envelopes, record =>
      record.headers['ce_streamversion'] === '3' ? { ...record, value: Buffer.from('{"object":7}') } : record,
    );
    await ingest.ingestBatch(spoiled);
    await take(neighbour.envelopes);
    expect(await versionsOf(story.id)).toEqual([1, 2]);
    expect(await waitingOf(story.id)).toEqual(['broken-hash', 'gap', 'gap']);
    expect(await versionsOf(neighbour.id)).toEqual([1, 2]);
    const raw = await pool.query<{ value: Buffer }>("SELECT value FROM parked_record WHERE stream = $1 AND problem = 'broken-hash'", [
      `partnership/${story.id}`,
    ]);
    expect(raw.rows[0]?.value.toString()).toBe('{"object":7}');

    expect((await ingest.retry(`partnership/${story.id}`)).appended).toEqual([]);
    const right = log.batch(story.envelopes).records[2]?.value;
    await pool.query("UPDATE parked_record SET value = $2 WHERE stream = $1 AND problem = 'broken-hash'", [
      `partnership/${story.id}`,
      right,
    ]);
    const { appended } = await ingest.retry(`partnership/${story.id}`);
    expect(appended.map(event => event.version)).toEqual([3, 4, 5]);
    expect(await waitingOf(story.id)).toEqual([]);
  });

  it('heals by itself when a sound copy is announced again, and announcing again parks nothing twice', async () => {
    const story = Story.opened(freshId()).talk(2);
    const spoil = (record: { headers: Readonly<Record<string, string>> }) => record.headers['ce_streamversion'] === '3';
    await ingest.ingestBatch(log.batch(story.envelopes, record => (spoil(record) ? { ...record, value: Buffer.from('junk') } : record)));
    await take(story.envelopes.slice(3));
    expect(await waitingOf(story.id)).toEqual(['broken-hash', 'gap']);
    await take(story.envelopes.slice(2));
    expect(await versionsOf(story.id)).toEqual([1, 2, 3, 4]);
    expect(await waitingOf(story.id)).toEqual([]);
  });

  it('of unknown type, too new, or that breaks the chain stops its own stream only', async () => {
    const cases = [
      { type: 'MoonLanded', problem: 'unknown-type' },
      { schemaversion: 99, problem: 'too-new' },
      { previoushash: 'f'.repeat(64), problem: 'broken-chain' },
    ];
    for (const { problem, ...change } of cases) {
      const story = Story.opened(freshId());
      story.tell('PalaverMessagePosted', { object: 'budget', party: 'host', message: 'hello' }, change);
      story.talk(1);
      const { parked } = await take(story.envelopes);
      expect(parked.map(one => one.problem)).toEqual([problem, 'gap']);
      expect(await versionsOf(story.id)).toEqual([1, 2]);
    }
  });

  it('without any readable place is set aside under its key', async () => {
    const id = freshId();
    const batch = log.batch(Story.opened(id).envelopes.slice(0, 1), record => ({ ...record, headers: {}, value: Buffer.alloc(0) }));
    const { parked } = await ingest.ingestBatch(batch);
    expect(parked).toMatchObject([{ stream: `partnership/${id}`, version: null, problem: 'malformed' }]);
    expect(await versionsOf(id)).toEqual([]);
  });
});

describe('a record that PostgreSQL could not hold as it is', () => {
  it('with NUL in its key, a header, or a name in its data is set aside with its bytes, and the others of the batch flow', async () => {
    const neighbour = Story.opened(freshId());
    const [first, second] = Story.opened(freshId()).envelopes as [EventEnvelope, EventEnvelope];
    const { hash: _hash, ...unsigned } = first.attributes;
    const named = sealEnvelope(unsigned, { 'a\u0000b': 1 });
    const spoiled = log.batch([first, second, named, ...neighbour.envelopes], record => {
      if (record.offset === 0n) return { ...record, key: 'p\u0000q' };
      if (record.offset === 1n) return { ...record, headers: { ...record.headers, ce_party: 'a\u0000b', 'ce_\u0000': 'x' } };
      return record;
    });
    const { parked } = await ingest.ingestBatch(spoiled);
    expect(parked.map(one => one.problem)).toEqual(['malformed', 'malformed', 'malformed']);
    expect(await versionsOf(neighbour.id)).toEqual([1, 2]);
    const { rows } = await pool.query<{ key: string; value: Buffer }>("SELECT key, value FROM parked_record WHERE stream = 'unknown/0'");
    expect(rows).toEqual([{ key: 'p\\u0000q', value: log.batch([first]).records[0]?.value }]);
    expect(await versionsOf(first.attributes.subject)).toEqual([]);
  });
});

describe('a queue longer than is read at once', () => {
  const parkMany = (id: string, problem: string, from: number, count: number) =>
    pool.query(
      `INSERT INTO parked_record (stream, version, problem, reason, partition, kafka_offset, key, headers, value)
       SELECT $1, $2 + n, $3, 'put there by a spec', 0, n, 'x', '{}', '' FROM generate_series(0, $4 - 1) AS n`,
      [`partnership/${id}`, from, problem, count],
    );

  it('does not hide the fork at its end: the stream stays in quarantine', async () => {
    const story = Story.opened(freshId()).talk(2);
    await take(story.envelopes.slice(0, 3));
    await parkMany(story.id, 'behind-fork', 10, queueLimit + 10);
    await parkMany(story.id, 'fork', 90_000, 1);
    const { appended, parked } = await take(story.envelopes.slice(3));
    expect(appended).toEqual([]);
    expect(parked.map(one => one.problem)).toEqual(['behind-fork']);
    expect((await take(story.envelopes.slice(3))).duplicates).toBe(1);
  });

  it('flows to its end when the missing version arrives, in one batch', async () => {
    const story = Story.opened(freshId()).talk(queueLimit + 20);
    await take([...story.envelopes.slice(0, 2), ...story.envelopes.slice(3)]);
    expect(await versionsOf(story.id)).toEqual([1, 2]);
    const { appended } = await take(story.envelopes.slice(2, 3));
    expect(appended.map(event => event.version)).toEqual(story.envelopes.slice(2).map(one => one.attributes.streamversion));
    expect(await waitingOf(story.id)).toEqual([]);
  });

  it('behind a gap is not read again by each batch that adds to it', async () => {
    const story = Story.opened(freshId()).talk(5);
    await take([...story.envelopes.slice(0, 2), ...story.envelopes.slice(4, 6)]);
    const client = await pool.connect();
    try {
      const incoming = log.batch(story.envelopes.slice(6)).records.map(raw => ({ raw, reading: fromRecord(raw) }));
      const standings = await loadStandings(client, [`partnership/${story.id}`], incoming);
      expect(standings.get(`partnership/${story.id}`)).toMatchObject({ version: 2, quarantined: false, queue: [] });
      const asked = await loadStandings(client, [`partnership/${story.id}`], []);
      expect(asked.get(`partnership/${story.id}`)?.queue).toHaveLength(2);
    } finally {
      client.release();
    }
  });
});

describe('the place in the log', () => {
  it('moves with the rows: a reader that was fenced off writes nothing', async () => {
    const topic = `topic-${freshId()}`;
    const old = createIngest(pool, { topic, logger });
    await old.claim([0], log.description);
    const successor = createIngest(pool, { topic, logger });
    await successor.claim([0], log.description);
    const story = Story.opened(freshId());
    const batch = log.batch(story.envelopes);
    await successor.ingestBatch(batch);
    const late = Story.opened(freshId());
    await expect(old.ingestBatch(log.batch(late.envelopes))).rejects.toThrow('another reader holds this partition');
    expect(await versionsOf(late.id)).toEqual([]);
    expect((await successor.claim([0], log.description)).get(0)).toBe(2n);
  });

  it('starts again from the beginning when the log was wiped, and what is held already is dropped', async () => {
    const topic = `topic-${freshId()}`;
    const reader = createIngest(pool, { topic, logger });
    const story = Story.opened(freshId()).talk(3);
    await reader.claim([0], log.description);
    await reader.ingestBatch(log.batch(story.envelopes.slice(0, 4)));
    const wiped = new HandMadeLog();
    const again = createIngest(pool, { topic, logger });
    expect((await again.claim([0], wiped.description)).get(0)).toBe(0n);
    expect(logger.messages('warn')).toContain('the event log was wiped or replaced: reading it from its beginning');
    const { appended, duplicates } = await again.ingestBatch(wiped.batch(story.envelopes));
    expect(duplicates).toBe(4);
    expect(appended.map(event => event.version)).toEqual([5]);
  });
});

describe('the ledger', () => {
  it.each(['UPDATE ledger SET actor = actor', 'DELETE FROM ledger', 'TRUNCATE ledger'])(
    'refuses %s to the projection itself and to its owner',
    async sql => {
      const story = Story.opened(freshId());
      await take(story.envelopes);
      const before = await pool.query<{ count: string }>('SELECT count(*) FROM ledger');
      await expect(pool.query(sql)).rejects.toThrow('permission denied');
      const owner = await ownerDataSource(database.url).initialize();
      try {
        await expect(owner.query(sql)).rejects.toThrow('the ledger is append-only');
      } finally {
        await owner.destroy();
      }
      expect((await pool.query<{ count: string }>('SELECT count(*) FROM ledger')).rows).toEqual(before.rows);
    },
  );

  it('is followed by the read models, which all show the same version', async () => {
    const story = Story.opened(freshId(), 'Followed').talk(3);
    const { appended } = await take(story.envelopes);
    const follower = new Follower(pool, logger);
    await follower.follow(appended);
    await follower.settled();
    const shown = await pool.query('SELECT title, version FROM portfolio WHERE partnership = $1', [story.id]);
    expect(shown.rows).toEqual([{ title: 'Followed', version: 5 }]);
    const lines = await pool.query<{ n: number }>('SELECT count(*)::int AS n FROM timeline WHERE partnership = $1', [story.id]);
    expect(lines.rows[0]?.n).toBe(5);
  });
});
