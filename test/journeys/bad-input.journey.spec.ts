import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHouse, openRehearsal, type House, type Reply } from '../support/house.js';
import { until } from '../support/until.js';

let house: House;
let file: string;

beforeAll(async () => {
  house = await openHouse();
  file = await openRehearsal(house);
});

afterAll(() => house.stop());

const version = async (): Promise<number> =>
  Number((await house.call('hq-ops', 'GET', `/v1/partnerships/${file}/standing`)).body['version']);

const isForPeople = (reply: Reply): void => {
  expect(reply.headers.get('content-type')).toContain('application/problem+json');
  expect(reply.body).toMatchObject({ status: reply.status, code: expect.any(String), rule: expect.any(String) });
  expect(reply.body['reason']).toMatchObject({ fr: expect.any(String), en: expect.any(String) });
  expect(reply.body['next']).toMatchObject({ fr: expect.any(String), en: expect.any(String) });
  expect(JSON.stringify(reply.body)).not.toMatch(/\bat .*\.(ts|js):\d+/);
};

const need = { objective: 'x', partnershipIsRightMethod: true, argument: 'y' };

describe('bad input is answered clearly and leaves nothing behind', () => {
  it.each([
    ['an unknown command', { type: 'AssesNeed', data: need }],
    ['an unknown field', { type: 'AssessNeed', data: { ...need, mood: 'good' } }],
    ['a missing field', { type: 'AssessNeed', data: { objective: 'x' } }],
    ['a text over 64 KB', { type: 'AssessNeed', data: { ...need, argument: 'é'.repeat(40_000) } }],
    ['a wrong expected version', { type: 'AssessNeed', data: need, expectedVersion: 999 }],
  ])('%s: a problem for people, and the file stays at its version', async (_what, body) => {
    const before = await version();
    const reply = await house.ask(
      'hq-ops',
      file,
      body.type,
      body.data,
      'expectedVersion' in body ? { expectedVersion: body.expectedVersion } : {},
    );
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
    isForPeople(reply);
    expect(await version()).toBe(before);
  });

  it('a body that is no JSON, and a command without an id, are refused by name', async () => {
    const before = await version();
    const noJson = await house.call('hq-ops', 'POST', `/v1/partnerships/${file}/commands`, '{"id":');
    const noId = await house.call('hq-ops', 'POST', `/v1/partnerships/${file}/commands`, { type: 'AssessNeed', data: need });
    expect([noJson.status, noId.status].every(status => status >= 400 && status < 500)).toBe(true);
    isForPeople(noJson);
    isForPeople(noId);
    expect(await version()).toBe(before);
  });

  it('no token, a forged token and a stranger are turned away; the stranger is not told that the file exists', async () => {
    const before = await version();
    const forged = `${(await house.token('hq-ops')).slice(0, -8)}AAAAAAAA`;
    const noToken = await house.call('hq-ops', 'POST', `/v1/partnerships/${file}/commands`, {}, { token: '' });
    const withForged = await house.call('hq-ops', 'POST', `/v1/partnerships/${file}/commands`, {}, { token: forged });
    expect([noToken.status, withForged.status]).toEqual([401, 401]);
    const stranger = await house.ask('partner-rep', file, 'PostPalaverMessage', { object: 'agreement', message: 'x' });
    const nowhere = await house.ask('partner-rep', '00000000-0000-8000-8000-000000000000', 'PostPalaverMessage', {
      object: 'agreement',
      message: 'x',
    });
    expect(stranger.status).toBe(nowhere.status);
    expect(await version()).toBe(before);
  });

  it('the same command id with the same body gives the same answer; with another body it is refused', async () => {
    const body = { id: 'once-and-for-all', type: 'AssessNeed', data: need };
    const path = `/v1/partnerships/${file}/commands`;
    const first = await house.call('hq-ops', 'POST', path, body);
    const again = await house.call('hq-ops', 'POST', path, body);
    const other = await house.call('hq-ops', 'POST', path, { ...body, data: { ...need, objective: 'z' } });
    expect(first.status).toBe(200);
    expect(again.body).toEqual(first.body);
    expect(other).toMatchObject({ status: 409, body: { code: 'command-id-reused' } });
    expect(await version()).toBe(first.body['version']);
  });

  it('of two decisions on the same version at once, one is taken and the other is told that the file moved on', async () => {
    const expectedVersion = await version();
    const ask = (objective: string) => house.ask('hq-ops', file, 'AssessNeed', { ...need, objective }, { expectedVersion });
    const replies = await Promise.all([ask('one'), ask('two')]);
    expect(replies.map(reply => reply.status).sort((one, other) => one - other)).toEqual([200, 409]);
    expect(replies.find(reply => reply.status === 409)?.body).toMatchObject({ code: 'wrong-version' });
  });

  it('HFA-15: a function without the right is refused, and the attempt can be read in the history', async () => {
    const refused = await house.ask('hq-country-team', file, 'DiscardIdea', { reason: 'Sans droit.' });
    expect(refused.status).toBe(403);
    isForPeople(refused);
    await until(
      'the refusal is on the timeline',
      () => house.call('auditor', 'GET', `/v1/partnerships/${file}/timeline?refused=true`),
      reply => JSON.stringify(reply.body).includes('DiscardIdea'),
    );
  });

  it('PMP-07: an ended partnership answers that it has ended, and still shows everything', async () => {
    const discarded = await openRehearsal(house, 'Une autre idée');
    expect((await house.ask('hq-ops', discarded, 'DiscardIdea', { reason: 'Une personne seule suffit.' })).status).toBe(200);
    const late = await house.ask('hq-ops', discarded, 'AssessNeed', need);
    expect(late).toMatchObject({ status: 410, body: { code: 'partnership-ended' } });
    isForPeople(late);
    const shown = await house.call('auditor', 'GET', `/v1/partnerships/${discarded}?after=2&wait=2000`);
    expect(shown.status).toBe(200);
  });
});
