import { describe, expect, it } from 'vitest';
import type { PalabreApi } from '../api/palabre-api.js';
import type { HistoryItem } from '../api/reads.js';
import { Failure } from '../failure.js';
import type { Dossier } from './dossier.js';
import { isReadable, readTogether } from './read-together.js';
import { summaryOf } from './summary.js';

const whole = (version: number, actor = 'person-1'): HistoryItem =>
  ({ attributes: { streamversion: version, type: 'TextCommented', actor, cause: `c-${version}` }, data: {} }) as unknown as HistoryItem;

const withheld = (version: number): HistoryItem =>
  ({ attributes: { streamversion: version }, data: null, withheld: 'MDM-68' }) as unknown as HistoryItem;

const histories: Readonly<Record<string, readonly HistoryItem[]>> = {
  opener: [whole(1), withheld(2), withheld(3), withheld(4)],
  handler: [withheld(1), whole(2), whole(3), withheld(4)],
  auditor: [whole(1), whole(2), whole(3), whole(4)],
};

const asked: string[] = [];

const api = {
  history: async (as: string) => {
    asked.push(as);
    const history = histories[as];
    if (history === undefined) throw new Failure({ exit: 'refused', what: 'not yours' });
    return history;
  },
} as unknown as PalabreApi;

const dossierOf = (openedBy: string, ...as: string[]): Dossier => ({ openedBy, acts: as.map(one => ({ as: one })) }) as unknown as Dossier;

const versionsRead = async (dossier: Dossier): Promise<number[]> =>
  (await readTogether(api, dossier, 'p-1', 1)).filter(isReadable).map(item => item.attributes.streamversion);

describe('a history read by the people of a dossier', () => {
  it('MDM-68: what is withheld from the opener is read by an account that acts and may; what none of them may read stays withheld', async () => {
    expect(await versionsRead(dossierOf('opener', 'stranger', 'handler', 'handler'))).toEqual([1, 2, 3]);
    const history = await readTogether(api, dossierOf('opener', 'handler'), 'p-1', 1);
    expect(history.at(3)).toMatchObject({ withheld: 'MDM-68', data: null });
    expect(summaryOf(history)).toMatchObject({ events: 4, version: 4, decisions: 3 });
  });

  it('asks nobody else when nothing is withheld', async () => {
    asked.length = 0;
    expect(await versionsRead(dossierOf('auditor', 'handler'))).toEqual([1, 2, 3, 4]);
    expect(asked).toEqual(['auditor']);
  });
});
