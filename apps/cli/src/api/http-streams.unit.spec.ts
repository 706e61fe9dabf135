import { describe, expect, it } from 'vitest';
import { serving } from '../testing/scripted-server.spec.js';
import { sayIn } from '../words/words.js';
import { HttpStreams } from './http-streams.js';

const client = (gateway: string): HttpStreams =>
  new HttpStreams({
    gateway,
    tokens: { tokenFor: async (account: string) => `token-of-${account}`, forget: () => undefined },
    language: 'en',
    say: sayIn('en'),
    onWaiting: () => undefined,
    patienceMs: 100,
    pause: async () => undefined,
  });

const accepted = { outcome: 'accepted', version: 3, events: [{ type: 'OrganisationRegistered', version: 3 }], warnings: [] };

const sentence = { fr: 'Non.', en: 'No.' };

const problem = { code: 'unknown-stream', rule: 'ACCESS', reason: sentence, next: sentence, gates: [], fields: [] };

describe('organisations, charters and campaigns over HTTP', () => {
  it('begins one at the address of its kind and learns its id, with the rights of the account', async () => {
    const { address, asked } = await serving([{ status: 201, body: { organisation: 'org-1', ...accepted } }]);
    const request = { id: 'command-1', type: 'RegisterOrganisation', data: {} };
    expect(await client(address).open('hq-ops', 'organisation', request)).toEqual({ id: 'org-1', answer: accepted });
    expect(asked).toMatchObject([{ method: 'POST', url: '/v1/organisations', authorization: 'Bearer token-of-hq-ops' }]);
    expect(JSON.parse(asked[0]?.body ?? '')).toEqual(request);
  });

  it.each([
    ['standing', '/v1/charters/ours/standing'],
    ['state', '/v1/charters/ours/state'],
    ['openActions', '/v1/charters/ours/open-actions'],
  ] as const)('asks for the %s of a charter', async (what, url) => {
    const { address, asked } = await serving([{ status: 200, body: { told: true } }]);
    expect(await client(address)[what]('hq-ops', { kind: 'charter', id: 'ours' })).toEqual({ told: true });
    expect(asked).toMatchObject([{ method: 'GET', url }]);
  });

  it('a refused command is an answer with its status; an unknown stream ends a question', async () => {
    const { address } = await serving([{ status: 404, body: problem }]);
    const stream = { kind: 'campaign', id: 'none/such' } as const;
    const answer = await client(address).command('hq-ops', stream, { id: 'c', type: 'CloseSurveyCampaign', data: {} });
    expect(answer).toMatchObject({ outcome: 'refused', status: 404, refusal: { code: 'unknown-stream' } });
    await expect(client(address).state('hq-ops', stream)).rejects.toMatchObject({ trouble: { code: 'unknown-stream' } });
  });

  it('hands over the invitations that the gateway made, once', async () => {
    const { address, asked } = await serving([{ status: 200, body: { ...accepted, invitations: ['one', 'two'] } }]);
    expect(await client(address).invite('hq-ops', 'campaign-1', { id: 'c', count: 2 })).toEqual({
      answer: accepted,
      invitations: ['one', 'two'],
    });
    expect(asked).toMatchObject([{ url: '/v1/campaigns/campaign-1/invitations' }]);
  });

  it('ALE-39: answers a survey and reads its questions without any account', async () => {
    const { address, asked } = await serving([{ status: 200, body: { outcome: 'accepted' } }]);
    const reply = { id: 'answer-1', invitation: 'a-token', answers: { fear: 4 }, traits: {} };
    expect(await client(address).answerSurvey('campaign-1', reply)).toEqual({ outcome: 'accepted' });
    await client(address).survey('campaign-1');
    expect(asked.map(({ url }) => url)).toEqual(['/v1/campaigns/campaign-1/answers', '/v1/campaigns/campaign-1/survey']);
    expect(asked.map(({ authorization }) => authorization)).toEqual([undefined, undefined]);
  });
});
