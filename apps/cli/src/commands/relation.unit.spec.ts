import { describe, expect, it } from 'vitest';
import { typed } from '../testing/desk.spec.js';
import { InMemoryPalabre } from '../testing/in-memory-palabre.spec.js';

const answering = (path: string, answer: unknown): InMemoryPalabre => {
  const api = new InMemoryPalabre();
  (Array.isArray(answer) ? api.views.answers : api.views.documents).set(path, answer);
  return api;
};

const account = {
  sides: [
    {
      party: 'host',
      funds: [{ currency: 'EUR', paid: 50_000, received: 0, justified: 0 }],
      activities: { meetings: 3, people: 7 },
      decisions: { proposed: 4, accepted: 2, alone: 1 },
      pending: [],
    },
    {
      party: 'partner',
      funds: [{ currency: 'EUR', paid: 0, received: 50_000, justified: 20_000 }],
      activities: { meetings: 2, people: 5 },
      decisions: { proposed: 1, accepted: 2, alone: 0 },
      pending: [{ what: 'Les pièces de mai', owedTo: 'host', dueOn: '2027-05-31', state: 'late' }, { protected: true }],
    },
  ],
  autonomy: [
    { round: 1, heldAt: '2026-12-01T09:00:00.000Z', scores: { partner: 200, all: 200 }, change: null },
    { round: 2, heldAt: '2027-12-01T09:00:00.000Z', scores: { partner: 400, all: 400 }, change: { partner: 200, all: 200 } },
  ],
  journal: [{ day: '2027-04-01', party: 'partner', says: { fr: 'Apprentissage partagé', en: 'Learning shared' } }, { day: '2027-03-01' }],
};

describe('what both sides read of their relation', () => {
  it('MDM-28: the shared account tells money, activities and decisions of each side, then what each still owes and the latest notes', async () => {
    const { out } = await typed(['shared-account', 'p-1'], { api: answering('/v1/partnerships/p-1/shared-account', account) });
    const told = out.join('\n');
    expect(told).toMatch(/^host +EUR 500\.00 +EUR 0\.00 +EUR 0\.00 +3 +4 +2 +1$/m);
    expect(told).toMatch(/^partner +EUR 0\.00 +EUR 500\.00 +EUR 200\.00 +2 +1 +2 +0$/m);
    expect(told).toMatch(/^partner +host +2027-05-31 +late +Les pièces de mai$/m);
    expect(told).toMatch(/^2027-04-01 +partner +Learning shared$/m);
    expect(told.match(/protected/g)).toHaveLength(2);
  });

  it('MDM-22: autonomy is drawn review by review, with the change since the one before', async () => {
    const api = answering('/v1/partnerships/p-1/shared-account', account);
    const told = (await typed(['shared-account', 'p-1'], { api, language: 'fr' })).out.join('\n');
    expect(told).toMatch(/^1 +2026-12-01 +partner +2,0 +██$/m);
    expect(told).toMatch(/^2 +2027-12-01 +partner +4,0 +\+2,0 +████$/m);
    expect(told).not.toMatch(/^\d .* all /m);
  });

  it('MDM-29: days planned and given stand beside each other with their difference; where nothing was planned none is claimed', async () => {
    const rows = [
      { year: 2027, party: 'host', plannedHalfDays: 24, givenHalfDays: 7, learned: [] },
      {
        year: 2027,
        party: 'partner',
        plannedHalfDays: null,
        givenHalfDays: 3,
        learned: [{ on: '2027-04-01', from: 'host', note: 'Compter.' }],
      },
    ];
    const { out } = await typed(['relation-time', 'p-1'], { api: answering('/v1/partnerships/p-1/relation-time', rows) });
    expect(out[1]).toMatch(/^2027 +host +12 +3\.5 +-8\.5$/);
    expect(out[2]).toMatch(/^2027 +partner +1\.5 +host: Compter\.$/);
  });

  it('MDM-21: the list is asked for by rights and by people concerned', async () => {
    const asked: Readonly<Record<string, string>>[] = [];
    const api = new InMemoryPalabre();
    api.portfolio = async (_as, filter) => {
      asked.push(filter);
      return [];
    };
    await typed(['list', '--rights', 'santé', '--people', 'pêcheuses'], { api });
    await typed(['list'], { api });
    expect(asked).toEqual([{ rights: 'santé', people: 'pêcheuses' }, {}]);
  });
});
