import { describe, expect, it } from 'vitest';
import { serving } from '../testing/scripted-server.spec.js';
import { sayIn } from '../words/words.js';
import { HttpViews } from './http-views.js';
import { ofPartnership } from './view-api.js';

const client = (reads: string): HttpViews =>
  new HttpViews({
    reads,
    tokens: { tokenFor: async (account: string) => `token-of-${account}`, forget: () => undefined },
    language: 'en',
    say: sayIn('en'),
    onWaiting: () => undefined,
    patienceMs: 100,
    pause: async () => undefined,
  });

const sentence = { fr: 'Non.', en: 'No such list.' };

describe('lists of the reading service over HTTP', () => {
  it('asks page after page with the same filter, and gives the rows of all', async () => {
    const { address, asked } = await serving([
      { status: 200, body: { items: [{ n: 1 }, { n: 2 }], next: 'c-1' } },
      { status: 200, body: { items: [{ n: 3 }], next: null } },
    ]);
    const rows = await client(address).rows('hq-ops', ofPartnership('p/1', 'commitments'), { late: true, state: null });
    expect(rows).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect(asked.map(({ url, authorization }) => [url, authorization])).toEqual([
      ['/v1/partnerships/p%2F1/commitments?limit=200&late=true', 'Bearer token-of-hq-ops'],
      ['/v1/partnerships/p%2F1/commitments?limit=200&late=true&cursor=c-1', 'Bearer token-of-hq-ops'],
    ]);
  });

  it('ends with what the service said when it says no', async () => {
    const problem = { status: 404, code: 'not-found', rule: 'MDM-17', reason: sentence, next: sentence, fields: [] };
    const { address } = await serving([{ status: 404, body: problem }]);
    await expect(client(address).document('hq-ops', '/v1/accountability', { organisation: 'org-x' })).rejects.toMatchObject({
      trouble: { what: 'No such list.', rule: 'MDM-17' },
    });
  });
});
