import { describe, expect, it } from 'vitest';
import { Failure } from '../failure.js';
import { serving, type Scripted } from '../testing/scripted-server.spec.js';
import { sayIn } from '../words/words.js';
import { HttpPalabre } from './http-palabre.js';

function client(address: string, waits: number[] = [], forgotten: string[] = []): HttpPalabre {
  const tokens = { tokenFor: async (account: string) => `token-of-${account}`, forget: (account: string) => void forgotten.push(account) };
  const pause = async (milliseconds: number): Promise<void> => void waits.push(milliseconds);
  return new HttpPalabre({
    gateway: address,
    reads: address,
    tokens,
    language: 'en',
    say: sayIn('en'),
    onWaiting: () => undefined,
    patienceMs: 5_000,
    pause,
  });
}

const accepted = { outcome: 'accepted', version: 3, events: [{ type: 'OwnLimitDeclared', version: 3 }], warnings: [] };

const problem = (status: number, code: string): Scripted => ({
  status,
  body: {
    status,
    code,
    rule: 'MDM-11',
    reason: { fr: 'Non.', en: 'No.' },
    next: { fr: 'Après.', en: 'Later.' },
    gates: ['BUDGET'],
    version: 7,
    fields: [],
  },
});

const request = { id: 'request-1', type: 'DeclareLimit', data: { limit: 'x' } };

const failureIn = (promise: Promise<unknown>): Promise<Failure['trouble']> =>
  promise.then(
    () => expect.unreachable('it should have failed'),
    (error: unknown) => (error as Failure).trouble,
  );

describe('the API over HTTP', () => {
  it('sends a command as its account and reads the answer', async () => {
    const { address, asked } = await serving([{ status: 200, body: accepted }]);
    expect(await client(address).command('hq-ops', 'p-1', request)).toEqual(accepted);
    expect(asked).toEqual([
      { method: 'POST', url: '/v1/partnerships/p-1/commands', authorization: 'Bearer token-of-hq-ops', body: JSON.stringify(request) },
    ]);
  });

  it('MDM-11: a refusal is an answer, with its rule, gates and version', async () => {
    const { address } = await serving([problem(409, 'gate-open')]);
    expect(await client(address).command('hq-ops', 'p-1', request)).toMatchObject({
      outcome: 'refused',
      version: 7,
      refusal: { code: 'gate-open', rule: 'MDM-11', gates: ['BUDGET'] },
    });
  });

  it('sends the same request again while the server is away, and no more once it answered', async () => {
    const { address, asked } = await serving([
      problem(503, 'temporal-away'),
      problem(429, 'too-many-requests'),
      { status: 200, body: accepted },
    ]);
    const waits: number[] = [];
    expect(await client(address, waits).command('hq-ops', 'p-1', request)).toMatchObject({ outcome: 'accepted' });
    expect(new Set(asked.map(({ body }) => body)).size).toBe(1);
    expect([asked.length, waits.length]).toEqual([3, 2]);
  });

  it('takes a new token when the old one has expired', async () => {
    const { address } = await serving([problem(401, 'token-expired'), { status: 200, body: accepted }]);
    const forgotten: string[] = [];
    await client(address, [], forgotten).command('hq-ops', 'p-1', request);
    expect(forgotten).toEqual(['hq-ops']);
  });

  it.each([
    [401, 'token-foreign', 'not-permitted'],
    [403, 'not-permitted', 'not-permitted'],
    [404, 'unknown-partnership', 'bad-input'],
    [503, 'temporal-away', 'unreachable'],
    [500, 'internal-error', 'unreachable'],
  ])('a question answered with %i %s ends as %s', async (status, code, exit) => {
    const { address } = await serving([problem(status, code)]);
    expect(await failureIn(client(address).standing('hq-ops', 'p-1'))).toMatchObject({ exit, code, what: 'No.' });
  });

  it('says which server does not answer', async () => {
    const trouble = await failureIn(client('http://127.0.0.1:9').standing('hq-ops', 'p-1'));
    expect(trouble).toMatchObject({ exit: 'unreachable', what: 'The gateway does not answer (http://127.0.0.1:9).' });
  });

  it('reads a growing history page by page, and only its end the next time', async () => {
    const page = (versions: readonly number[], next: string | null): Scripted => ({
      status: 200,
      body: { items: versions.map(streamversion => ({ attributes: { streamversion }, data: {} })), next },
    });
    const { address, asked } = await serving([page([1, 2], 'c2'), page([3], null), page([3, 4], null)]);
    const api = client(address);
    const versions = async (from: number) => (await api.history('hq-ops', 'p-1', from)).map(item => item.attributes.streamversion);
    expect(await versions(1)).toEqual([1, 2, 3]);
    expect(await versions(3)).toEqual([3, 4]);
    expect(asked.map(({ url }) => /cursor=(\w+)/.exec(url)?.[1] ?? null)).toEqual([null, 'c2', 'c2']);
  });

  it('asks again while the views are behind the version wanted', async () => {
    const behind = { status: 200, body: { items: [], next: null }, headers: { 'palabre-behind': 'true' } };
    const { address, asked } = await serving([behind, behind, { status: 200, body: { items: [], next: null } }]);
    await client(address).history('hq-ops', 'p-1', 1, { after: 9 });
    expect(asked.map(({ url }) => url.includes('after=9'))).toEqual([true, true, true]);
  });

  it('gives no answer from before the version wanted: it says that the views are behind', async () => {
    const { address } = await serving([{ status: 200, body: { items: [], next: null }, headers: { 'palabre-behind': 'true' } }]);
    const trouble = await failureIn(client(address).history('hq-ops', 'p-1', 1, { after: 9 }));
    expect(trouble).toMatchObject({ exit: 'unreachable', what: 'The reading service has not reached version 9 yet.' });
  });

  it('has something to say whatever a proxy answers', async () => {
    const { address } = await serving([{ status: 404, body: 'nothing here' }]);
    expect(await failureIn(client(address).standing('hq-ops', 'p-1'))).toMatchObject({ exit: 'bad-input', code: 'http-404' });
  });
});
