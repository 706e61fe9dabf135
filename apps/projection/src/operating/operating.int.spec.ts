import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EventEnvelope } from '@palabre/contracts';
import { sealEnvelope } from '@palabre/contracts';
import { eventually } from '../spec/servers.js';
import { RunningBench } from '../spec/running.js';
import { Story } from '../spec/story.js';

const bench = new RunningBench();

const shown = async (id: string): Promise<unknown> => (await bench.ask('auditor', `/v1/partnerships/${id}`)).body['version'];

const reaches = (id: string, version: number) =>
  eventually(
    () => shown(id),
    seen => seen === version,
    60_000,
  );

const ledgerOf = async (id: string): Promise<number[]> =>
  (await bench.change('SELECT version::int FROM ledger WHERE stream = $1 ORDER BY version', [`partnership/${id}`])).map(row =>
    Number(row['version']),
  );

const parked = async () => (await bench.ask('operator', '/v1/parked')).body['items'] as Record<string, unknown>[];

const address = (id: string): string => `/v1/parked/${encodeURIComponent(`partnership/${id}`)}`;

beforeAll(() => bench.open());
afterAll(() => bench.close());

describe('what operators do', () => {
  it('is for operators: nobody else sees parked records, heads or rebuilds', async () => {
    for (const path of ['/v1/parked', '/v1/heads', '/v1/rebuilds']) {
      expect((await bench.ask('host', path)).status).toBe(403);
      expect((await bench.ask('auditor', path)).status).toBe(403);
      expect((await bench.ask('operator', path)).status).toBe(200);
    }
    expect((await bench.ask('host', '/v1/rebuilds', { model: 'file' })).status).toBe(403);
  });

  it('a poisoned event parks its stream, others flow; repaired and retried, it flows too; health tells both', async () => {
    const story = Story.opened('p-poison').talk(2);
    const third = story.envelopes[2] as EventEnvelope;
    const poisoned: EventEnvelope = {
      attributes: third.attributes,
      data: { object: 'budget', party: 'host', message: 'not what was hashed' },
    };
    await bench.announcer.announce([
      ...story.envelopes.slice(0, 2),
      poisoned,
      ...story.envelopes.slice(3),
      ...Story.opened('p-neighbour').envelopes,
    ]);
    await reaches('p-neighbour', 2);
    await eventually(parked, seen => seen.length === 1 && seen[0]?.['waiting'] === 2);
    expect((await parked())[0]).toMatchObject({
      stream: 'partnership/p-poison',
      problem: 'broken-hash',
      quarantined: false,
      ledgerVersion: 2,
    });
    await eventually(
      async () => (await bench.ask(null, '/v1/health')).body,
      health => health['status'] === 'degraded' && JSON.stringify(health['problems']).includes('1 streams are parked'),
    );
    const still = await bench.ask('operator', `${address('p-poison')}/retry`, {});
    expect(still.body).toEqual({ stream: 'partnership/p-poison', appended: 0, waiting: 2 });
    expect(await ledgerOf('p-poison')).toEqual([1, 2]);

    await bench.announcer.announce([third]);
    await reaches('p-poison', 4);
    expect(await parked()).toEqual([]);
    await eventually(
      async () => (await bench.ask(null, '/health')).body['status'],
      status => status === 'ok',
    );
  });

  it('junk and forks are set aside with a reason that stays, and the stream is free again', async () => {
    const story = Story.opened('p-fork').talk(1);
    const { hash: _hash, ...second } = (story.envelopes[1] as EventEnvelope).attributes;
    await bench.announcer.announce(story.envelopes);
    await reaches('p-fork', 3);
    await bench.announcer.announce([
      sealEnvelope(second, (story.envelopes[1] as EventEnvelope).data),
      sealEnvelope({ ...second, cause: 'another' }, { entry: 'x' }),
    ]);
    await eventually(parked, seen => seen.length === 1);
    expect((await parked())[0]).toMatchObject({ stream: 'partnership/p-fork', quarantined: false, problem: 'malformed' });
    const { body } = await bench.ask('operator', `${address('p-fork')}?bytes=true`);
    const [record] = body['records'] as { id: string; value: string }[];
    expect(Buffer.from(record?.value ?? '', 'base64').toString()).toBe('{"entry":"x"}');
    expect((await bench.ask('operator', `${address('p-fork')}/dismiss`, { records: [record?.id] })).status).toBe(400);
    const dismissed = await bench.ask('operator', `${address('p-fork')}/dismiss`, { records: [record?.id], reason: 'a test of ours' });
    expect(dismissed.body).toEqual({ stream: 'partnership/p-fork', dismissed: 1 });
    expect(await parked()).toEqual([]);
    const kept = await bench.change("SELECT settlement FROM parked_record WHERE stream = 'partnership/p-fork'");
    expect(kept).toEqual([{ settlement: 'dismissed by person-7: a test of ours' }]);
  });

  it('a rebuild asked for by the operator tells its progress and its report', async () => {
    expect((await bench.ask('operator', '/v1/rebuilds', { model: 'nothing' })).status).toBe(400);
    const started = await bench.ask('operator', '/v1/rebuilds', { model: 'file' });
    expect(started.status).toBe(202);
    const job = await eventually(
      async () => (await bench.ask('operator', `/v1/rebuilds/${String(started.body['id'])}`)).body,
      seen => seen['state'] !== 'running',
    );
    expect(job).toMatchObject({ state: 'switched', model: 'file', report: { equal: true } });
    expect(job['done']).toBe(job['total']);
    expect(await shown('p-poison')).toBe(4);
  });

  it('heads list every stream with its version, for the sweeper', async () => {
    const { body } = await bench.ask('operator', '/v1/heads');
    const heads = body['items'] as { stream: string; version: number }[];
    expect(heads).toContainEqual(expect.objectContaining({ stream: 'partnership/p-poison', version: 4 }));
  });
});

describe('servers that go away', () => {
  it('connections to the database cut in the middle: nothing is lost, nothing doubled', async () => {
    const story = Story.opened('p-cut').talk(60);
    const announcing = (async () => {
      for (let from = 0; from < story.envelopes.length; from += 2) await bench.announcer.announce(story.envelopes.slice(from, from + 2));
    })();
    for (let n = 0; n < 3; n += 1) {
      await bench.change(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name LIKE 'palabre-projection%'",
      );
    }
    await announcing;
    await reaches('p-cut', 62);
    expect(await ledgerOf('p-cut')).toEqual(Array.from({ length: 62 }, (_, n) => n + 1));
    expect((await bench.ask('auditor', '/v1/partnerships/p-cut/verify')).body).toMatchObject({ equal: true });
  });

  it('a projection that was away continues where it was; one batch announced twice meanwhile is taken once', async () => {
    const story = Story.opened('p-away').talk(2);
    await bench.announcer.announce(story.envelopes);
    await reaches('p-away', 4);
    await bench.stop();
    story.talk(3);
    await bench.announcer.announce(story.envelopes.slice(4));
    await bench.announcer.announce(story.envelopes);
    await bench.start();
    await reaches('p-away', 7);
    expect(await ledgerOf('p-away')).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(await parked()).toEqual([]);
  });

  it('a topic wiped and announced anew from the workflows completes the ledger, whatever was held is dropped', async () => {
    const story = Story.opened('p-wiped').talk(4);
    await bench.announcer.announce(story.envelopes.slice(0, 3));
    await reaches('p-wiped', 3);
    await bench.stop();
    await bench.dropTopic();
    await eventually(
      () =>
        bench.createTopic().then(
          () => true,
          () => false,
        ),
      made => made,
    );
    await bench.start();
    await eventually(
      () =>
        bench.announcer.announce(story.envelopes).then(
          () => true,
          () => false,
        ),
      announced => announced,
    );
    await reaches('p-wiped', 6);
    expect(await ledgerOf('p-wiped')).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await parked()).toEqual([]);
    expect(bench.logger.messages('warn')).toContain('the event log was wiped or replaced: reading it from its beginning');
  });
});
