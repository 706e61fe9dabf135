import { maxTextBytes } from '@palabre/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bodyLimitBytes } from './gateway.js';
import type { Problem } from './problems/problem.js';
import { assessNeed, gatewayOnTrial, tokenFrom, type GatewayOnTrial } from './testing/gateway-on-trial.js';

const url = '/v1/partnerships/file-1/commands';

describe('bad input', () => {
  let gateway: GatewayOnTrial;

  beforeEach(async () => {
    gateway = await gatewayOnTrial();
  });

  afterEach(async () => {
    expect(gateway.workflows.forwarded, 'nothing of a bad request may reach a partnership').toEqual([]);
    await gateway.stop();
  });

  const problem = async (body: unknown, headers: Record<string, string> = {}): Promise<Problem> => {
    const answer = await gateway.ask({ url, method: 'POST', body, headers });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.json()).toMatchObject({ status: answer.statusCode, instance: url });
    return answer.json<Problem>();
  };

  it('an unknown command is answered with the nearest name', async () => {
    const answer = await problem({ ...assessNeed(), type: 'AsessNeeds' });
    expect(answer).toMatchObject({ status: 422, code: 'unknown-command', next: { en: 'Did you mean “AssessNeed”?' } });
    expect(await problem({ ...assessNeed(), type: 'constructor' })).toMatchObject({ status: 422, code: 'unknown-command' });
  });

  it('every unknown, missing or wrong field is listed with its place and what belongs there', async () => {
    const answer = await problem({ ...assessNeed(), at: 'yesterday', data: { objective: 3, partnershipIsRightMethod: 'yes', extra: 1 } });
    expect(answer).toMatchObject({ status: 422, code: 'invalid-data', rule: 'SHAPE' });
    expect(answer.fields.map(field => field.pointer)).toEqual(['/at']);
    const inside = await problem({ ...assessNeed(), data: { objective: 3, partnershipIsRightMethod: 'yes', extra: 1 } });
    expect(inside.fields).toEqual([
      { pointer: '/data/objective', expected: { fr: 'un texte ou un objet', en: 'a text or an object' } },
      { pointer: '/data/partnershipIsRightMethod', expected: { fr: 'vrai ou faux', en: 'true or false' } },
      { pointer: '/data/argument', expected: { fr: 'un texte ou un objet', en: 'a text or an object' } },
      { pointer: '/data/extra', expected: { fr: 'rien : ce champ n’est pas connu', en: 'nothing: this field is not known' } },
    ]);
  });

  it('a command without an id of the client is refused', async () => {
    const { id: _id, ...withoutId } = assessNeed();
    expect((await problem(withoutId)).fields).toMatchObject([{ pointer: '/id' }]);
  });

  it('a text over 64 KB is refused, one of exactly 64 KB in its form is not', async () => {
    const withText = (objective: string) => ({ ...assessNeed(), data: { ...assessNeed().data, objective } });
    const answer = await problem(withText('é'.repeat(maxTextBytes / 2 + 1)));
    expect(answer.fields).toMatchObject([{ pointer: '/data/objective', expected: { en: `at most ${maxTextBytes} bytes of text` } }]);
    const longest = await gateway.ask({ url, body: withText('é'.repeat(maxTextBytes / 2)) });
    expect(longest.statusCode).toBe(200);
    expect(gateway.workflows.forwarded.splice(0)).toHaveLength(1);
  });

  it('a text that no database and no hash could hold is refused before it goes on its way', async () => {
    for (const objective of ['nul \0 character', 'half a pair \ud83d']) {
      const answer = await problem({ ...assessNeed(), data: { ...assessNeed().data, objective } });
      expect(answer).toMatchObject({ status: 422, fields: [{ pointer: '/data/objective' }] });
    }
  });

  it('a body nested without end is refused', async () => {
    const deep = `${'['.repeat(5_000)}${']'.repeat(5_000)}`;
    expect(await problem(`{"id":"c","type":"AssessNeed","data":${deep}}`)).toMatchObject({ status: 422 });
  });

  it('malformed JSON, an empty body, a poisoned prototype: 400', async () => {
    for (const body of ['{"id": ', '', '{"__proto__": {"roles": ["operator"]}}']) {
      expect(await problem(body)).toMatchObject({ status: 400, code: 'malformed-json' });
    }
  });

  it('a body over the limit: 413; another format than JSON: 415', async () => {
    expect(await problem(`"${'x'.repeat(bodyLimitBytes)}"`)).toMatchObject({ status: 413, code: 'body-too-large' });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'multipart/form-data; boundary=x']) {
      expect(await problem('id=1', { 'content-type': type })).toMatchObject({ status: 415, code: 'unsupported-media-type' });
    }
  });

  it('a command at the wrong address is told where it goes', async () => {
    expect(await problem({ id: 'c', type: 'OpenPartnership', data: {} })).toMatchObject({ status: 422, code: 'wrong-route-for-command' });
    const opened = await gateway.ask({ url: '/v1/partnerships', body: assessNeed() });
    expect(opened.json()).toMatchObject({ status: 422, code: 'wrong-route-for-command' });
  });

  it('an address that does not exist: 404; an id that no file can have is like one that no file has', async () => {
    for (const unknown of ['/', '/v1/nothing', '/v1/partnerships/file-1/standing/more']) {
      expect((await gateway.ask({ url: unknown })).json()).toMatchObject({ status: 404, code: 'no-such-route' });
    }
    for (const id of ['%2e%2e%2fetc', 'a%2Fb', 'x'.repeat(200), '%00', "1'or'1"]) {
      const answer = await gateway.ask({ url: `/v1/partnerships/${id}/standing` });
      expect(answer.json()).toMatchObject({ status: 404, code: 'unknown-partnership' });
    }
  });

  it('a malformed address is a problem too', async () => {
    const answer = await gateway.ask({ url: '/v1/partnerships/%E0%A4%A/standing' });
    expect(answer.json()).toMatchObject({ status: 400, code: 'malformed-request' });
  });

  it('who is not recognised is refused before the body is read', async () => {
    const answer = await gateway.app.inject({ method: 'POST', url, payload: '{"id": ', headers: { 'content-type': 'application/json' } });
    expect(answer.json()).toMatchObject({ status: 401, code: 'no-token' });
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  it('an expired token and a foreign one are told apart', async () => {
    const expired = `Bearer ${await tokenFrom(gateway.signer, { expires: Math.floor(Date.now() / 1_000) - 60 })}`;
    const foreign = `Bearer ${await tokenFrom(gateway.signer, { audience: 'another-house' })}`;
    expect(await problem(assessNeed(), { authorization: expired })).toMatchObject({ status: 401, code: 'token-expired' });
    expect(await problem(assessNeed(), { authorization: foreign })).toMatchObject({ status: 401, code: 'token-foreign', rule: 'IDENTITY' });
  });
});

describe('the rate limit', () => {
  it('one person who asks too much waits; another person does not', async () => {
    const gateway = await gatewayOnTrial({ requestsPerMinute: 2 });
    const standing = { url: '/v1/partnerships/file-1/standing' };
    await gateway.ask(standing);
    await gateway.ask(standing);
    const third = await gateway.ask(standing);
    expect(third.statusCode).toBe(429);
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0);
    expect(third.json()).toMatchObject({ code: 'too-many-requests', rule: 'LIMITS' });
    expect((await gateway.ask({ ...standing, person: 'person-2' })).statusCode).toBe(200);
    for (let asked = 0; asked < 5; asked += 1) expect((await gateway.ask({ url: '/v1/health' })).statusCode).toBe(200);
    await gateway.stop();
  });
});
