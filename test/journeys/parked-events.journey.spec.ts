import { genesisHash, partnershipStream, sealEnvelope, eventId, type EventAttributes, type PartnershipStanding } from '@palabre/contracts';
import { createAnnouncer, type Announcer } from '@palabre/event-log';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caughtUp, check } from '../faults/checks.js';
import { openFiles } from '../faults/run.js';
import { faultEnvironment } from '../faults/storm-house.js';
import { openHouse, type House } from '../support/house.js';
import { until } from '../support/until.js';

interface Parked {
  readonly stream: string;
  readonly problem: string;
  readonly quarantined: boolean;
  readonly waiting: number;
}

let house: House;
let announcer: Announcer;
let unknown: string;
let tooNew: string;
let malformed: string;
let neighbour: string;

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** An event that a stranger has written to the topic, in the place of the next one; sealed with a right hash. */
async function foist(partnership: string, oddities: Partial<EventAttributes>, data: unknown): Promise<void> {
  const { body } = await house.call('hq-ops', 'GET', `/v1/partnerships/${partnership}/standing`);
  const { version, hash } = body as unknown as PartnershipStanding;
  const stream = partnershipStream(partnership);
  const attributes: Omit<EventAttributes, 'hash'> = {
    specversion: '1.0',
    id: eventId(stream, version + 1),
    source: '/palabre',
    type: 'PalaverMessagePosted',
    subject: partnership,
    time: '2027-01-04T08:00:00.000Z',
    datacontenttype: 'application/json',
    dataschema: 'palabre:PalaverMessagePosted:1',
    stream,
    streamversion: version + 1,
    epoch: 1,
    factat: '2027-01-04T08:00:00.000Z',
    actor: 'person-nobody',
    actorrole: 'hq-ops',
    party: 'host',
    cause: 'foisted',
    correlation: 'foisted',
    charter: 'mdm',
    charterhash: genesisHash,
    schemaversion: 1,
    rehearsal: true,
    previoushash: hash,
    ...oddities,
  };
  await announcer.announce([sealEnvelope(attributes, data)]);
}

const parked = async (): Promise<Parked[]> => (await house.call('operator', 'GET', '/v1/parked')).body['items'] as Parked[];

const decide = async (partnership: string): Promise<number> => {
  const reply = await house.ask('hq-officer', partnership, 'PostPalaverMessage', { object: 'agreement', message: 'Continuons.' });
  expect(reply.status).toBe(200);
  return Number(reply.body['version']);
};

const isShown = (partnership: string, version: number): Promise<unknown> =>
  until(
    `version ${version} is shown`,
    () => house.call('hq-ops', 'GET', `/v1/partnerships/${partnership}?after=${version}&wait=2000`),
    reply => reply.body['version'] === version,
  );

const healthOf = async (): Promise<{ status: string; problems: readonly string[] }> =>
  (await (await fetch(`${house.stack.addresses.projection}/v1/health`)).json()) as { status: string; problems: readonly string[] };

const address = (partnership: string): string => `/v1/parked/${encodeURIComponent(partnershipStream(partnership))}`;

beforeAll(async () => {
  house = await openHouse(undefined, { env: faultEnvironment });
  [unknown = '', tooNew = '', malformed = '', neighbour = ''] = await openFiles(house, 4);
  await caughtUp(house, [unknown, tooNew, malformed, neighbour], 60_000);
  const brokers = house.stack.addresses.kafka.split(',');
  announcer = createAnnouncer({ brokers, clientId: 'palabre-test', topic: house.stack.settings.topic, logger: silent });
});

afterAll(async () => {
  await announcer.close();
  await house.stop();
});

describe('events on the topic that nobody can take', () => {
  it('an unknown, a too new and a malformed event park their own stream, each with its reason', async () => {
    await foist(unknown, { type: 'MoonLanded' }, { when: 'soon' });
    await foist(
      tooNew,
      { schemaversion: 9, dataschema: 'palabre:PalaverMessagePosted:9' },
      { object: 'x', party: 'host', message: 'y', mood: 'z' },
    );
    await foist(malformed, {}, { message: 4 });
    const listed = await until('three streams are parked', parked, items => items.length === 3);
    expect(new Map(listed.map(({ stream, problem }) => [stream, problem]))).toEqual(
      new Map([
        [partnershipStream(unknown), 'unknown-type'],
        [partnershipStream(tooNew), 'too-new'],
        [partnershipStream(malformed), 'malformed'],
      ]),
    );
    expect(listed.every(({ quarantined, waiting }) => !quarantined && waiting === 1)).toBe(true);
  });

  it('the others flow, and health tells how many do not', async () => {
    await isShown(neighbour, await decide(neighbour));
    expect((await parked()).map(({ stream }) => stream)).not.toContain(partnershipStream(neighbour));
    const health = await until('health tells', healthOf, ({ problems }) => problems.includes('3 streams are parked'));
    expect(health.status).not.toBe('ok');
  });

  it('an operator sees the bytes and retries: what cannot be read stays, and nothing of it reaches the ledger', async () => {
    const seen = await house.call('operator', 'GET', `${address(malformed)}?bytes=true`);
    const [record] = seen.body['records'] as { value: string; reason: string }[];
    expect(Buffer.from(record?.value ?? '', 'base64').toString()).toBe('{"message":4}');
    expect(record?.reason).not.toBe('');
    const retried = await house.call('operator', 'POST', `${address(malformed)}/retry`, {});
    expect(retried).toMatchObject({ status: 200, body: { appended: 0, waiting: 1 } });
    expect((await house.call('hq-ops', 'GET', '/v1/parked')).status).toBe(403);
  });

  it('the partnership’s own next event takes its place, and the stream flows again without anybody’s help', async () => {
    await isShown(unknown, await decide(unknown));
    await until('two streams are parked', parked, items => items.length === 2);
  });

  it('what will never fit is set aside with a reason; then nothing is parked and every replay is equal', async () => {
    for (const id of [tooNew, malformed]) {
      const seen = await house.call('operator', 'GET', address(id));
      const records = (seen.body['records'] as { id: string }[]).map(one => one.id);
      const reply = await house.call('operator', 'POST', `${address(id)}/dismiss`, { records, reason: 'written by a stranger' });
      expect(reply).toMatchObject({ status: 200, body: { dismissed: 1 } });
      await isShown(id, await decide(id));
    }
    const findings = await check(house, [unknown, tooNew, malformed, neighbour], [], 60_000);
    expect(findings).toMatchObject({ gaps: [], doubled: [], parked: [], parting: [], differingModels: [] });
    await until('health is well', healthOf, ({ status }) => status === 'ok');
  });
});
