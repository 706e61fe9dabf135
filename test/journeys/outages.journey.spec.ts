import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../faults/checks.js';
import { askUntilAnswered, newTally, type Tally } from '../faults/clients.js';
import { decisions, type Asked } from '../faults/decisions.js';
import { readKept } from '../faults/ledger.js';
import { seeded } from '../faults/random.js';
import { openFiles } from '../faults/run.js';
import type { Reply } from '../support/house.js';
import { openOwnHouse, type OwnHouse } from '../support/own-servers.js';
import { until } from '../support/until.js';

let house: OwnHouse;
let file: string;
let supply: ReturnType<typeof decisions>;
const tally: Tally = newTally();

/** Decisions one after the other, each of which must be answered at its first sending. */
async function decideAtOnce(count: number): Promise<void> {
  const before = tally.retries;
  for (let n = 0; n < count; n += 1) await askUntilAnswered(house, supply(), tally);
  expect(tally.retries).toBe(before);
}

const send = ({ account, partnership, id, type, data }: Asked): Promise<Reply> =>
  house.call(account, 'POST', `/v1/partnerships/${partnership}/commands`, { id, type, data });

const message = (id: string): Asked => ({
  partnership: file,
  account: 'hq-officer',
  id,
  type: 'PostPalaverMessage',
  data: { object: 'agreement', message: 'Nous sommes encore là.' },
});

interface Health {
  readonly status: number;
  readonly body: { readonly status: string; readonly problems: readonly string[]; readonly temporal: { readonly reachable: boolean } };
}

async function health(of: 'projection' | 'gateway'): Promise<Health> {
  const reply = await fetch(`${house.stack.addresses[of]}/v1/health`);
  return { status: reply.status, body: (await reply.json()) as Health['body'] };
}

const standing = async (): Promise<{ version: number; announcedVersion: number }> => {
  const { body } = await house.call('hq-ops', 'GET', `/v1/partnerships/${file}/standing`);
  return { version: Number(body['version']), announcedVersion: Number(body['announcedVersion']) };
};

const shown = (account = 'hq-ops'): Promise<Reply> => house.call(account, 'GET', `/v1/partnerships/${file}`);

const appears = async (): Promise<void> => {
  const { version } = await standing();
  await until('the file shows every decision', shown, reply => reply.status === 200 && reply.body['version'] === version, 90_000);
};

/** Nothing of the inside is told, and there is something to do next. */
const isClearlyAway = (reply: Reply): void => {
  expect(reply.status).toBe(503);
  expect(reply.headers.get('content-type')).toContain('application/problem+json');
  expect(Number(reply.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(reply.body).toMatchObject({ status: 503, rule: expect.any(String), next: { fr: expect.any(String), en: expect.any(String) } });
  expect(JSON.stringify(reply.body)).not.toMatch(/\bat .*\.(ts|js):\d+|ECONN|127\.0\.0\.1/);
};

const isWellAgain = (of: 'projection' | 'gateway'): Promise<unknown> =>
  until(
    `${of} is well again`,
    () => health(of),
    seen => seen.status === 200 && seen.body.status === 'ok',
    90_000,
  );

beforeAll(async () => {
  house = await openOwnHouse({ env: { PALABRE_SWEEP_EVERY_SECONDS: '5', PALABRE_SWEEP_GRACE_SECONDS: '5' } });
  const files = await openFiles(house, 1);
  file = files[0] ?? '';
  supply = decisions(files, seeded(5));
  await appears();
});

afterAll(() => house.stop());

describe('a server is away for a moment', () => {
  it.each(['temporal', 'kafka', 'postgres'] as const)(
    '%s ends and comes back at once: a decision asked meanwhile is taken once',
    async name => {
      const { version } = await standing();
      await house.kill(name);
      await Promise.all([house.startAgain(name), askUntilAnswered(house, message(`moment-${name}`), tally)]);
      expect((await standing()).version).toBe(version + 1);
      await appears();
    },
  );
});

describe('Temporal is away for long', () => {
  it('the gateway says so with 503 and Retry-After, health shows it, reading goes on, and the same id is carried out once afterwards', async () => {
    const { version } = await standing();
    await house.kill('temporal');
    isClearlyAway(await send(message('while-away')));
    expect(await health('gateway')).toMatchObject({ status: 503, body: { status: 'unavailable', temporal: { reachable: false } } });
    expect(await shown()).toMatchObject({ status: 200, body: { version } });
    isClearlyAway(await send(message('while-away')));
    await house.startAgain('temporal');
    await askUntilAnswered(house, message('while-away'), tally);
    await isWellAgain('gateway');
    expect((await standing()).version).toBe(version + 1);
    await appears();
  });
});

describe('the broker is away for long', () => {
  it('decisions are taken and wait in their workflow; health shows it; they appear when the broker is back', async () => {
    const { version } = await until('everything is announced', standing, seen => seen.announcedVersion === seen.version);
    await house.kill('kafka');
    await decideAtOnce(8);
    expect((await standing()).version).toBeGreaterThanOrEqual(version + 8);
    expect((await standing()).announcedVersion).toBe(version);
    const unwell = await until(
      'health shows it',
      () => health('projection'),
      seen => seen.status === 503,
      60_000,
    );
    expect(unwell.body.problems).toContain('the head of the event log cannot be read');
    expect((await shown()).body['version']).toBe(version);
    await house.startAgain('kafka');
    await appears();
    await isWellAgain('projection');
  });
});

describe('the database is away for long', () => {
  it('decisions are taken; readers are told clearly; health shows it; everything appears when the database is back', async () => {
    const { version } = await standing();
    await house.kill('postgres');
    await decideAtOnce(8);
    isClearlyAway(await shown());
    const unwell = await until(
      'health shows it',
      () => health('projection'),
      seen => seen.status === 503,
    );
    expect(unwell.body.problems).toContain('the database does not answer');
    expect(await standing()).toMatchObject({ version: expect.any(Number) });
    await house.startAgain('postgres');
    await appears();
    expect((await standing()).version).toBeGreaterThanOrEqual(version + 8);
    await isWellAgain('projection');
  });
});

describe('after all of it', () => {
  it('nothing is lost, doubled or half done, no answer was unclear and no program ended by itself', async () => {
    const findings = await check(house, [file], tally.acknowledged, 60_000);
    expect(findings).toMatchObject({ lost: [], doubled: [], gaps: [], unasked: [], parked: [], parting: [], differingModels: [] });
    expect(findings.events).toBe((await readKept(house)).rows.length);
    expect(tally.unclear).toEqual([]);
    expect(house.stack.processes.died()).toEqual([]);
  });
});
