import { describe, expect, it } from 'vitest';
import type { BalanceView } from '../api/balance-view.js';
import { jsonOf, typed } from '../testing/desk.spec.js';
import { InMemoryPalabre } from '../testing/in-memory-palabre.spec.js';

const note = {
  partnership: 'p-1',
  title: 'Wells',
  version: 4,
  day: '2026-01-02',
  kind: 'LearningShared',
  says: { fr: 'Apprentissage partagé', en: 'Learning shared' },
  party: 'partner',
  note: { learnedFrom: 'host', note: 'dig before\nthe rain' },
};

const listing = (path: string, rows: unknown): InMemoryPalabre => {
  const api = new InMemoryPalabre();
  api.views.answers.set(path, rows);
  return api;
};

describe('journal', () => {
  it('searches all partnerships, or one, and asks for what was typed', async () => {
    const api = listing('/v1/journal', [note]);
    const { code, out } = await typed(['journal', '--search', 'rain', '--kind', 'LearningShared', '--from', '2026-01-01'], { api });
    expect(code).toBe(0);
    expect(out[1]).toMatch(/^2026-01-02 +Wells +partner +Learning shared +dig before the rain$/);
    expect(api.views.asked[0]).toMatchObject({
      path: '/v1/journal',
      filter: { search: 'rain', kind: 'LearningShared', from: '2026-01-01' },
    });
    const one = listing('/v1/partnerships/p-1/journal', []);
    expect((await typed(['journal', 'p-1'], { api: one, language: 'fr' })).out).toEqual(['Aucune note.']);
  });

  it('MDM-68: a protected note keeps its place and says no more; a sealed one says that it is sealed', async () => {
    const veiled = { partnership: 'p-1', title: 'Wells', version: 6, day: '2026-01-03', protected: true };
    const sealed = { ...note, note: { note: { sealed: 'xyz', key: 'k' } } };
    const { out } = await typed(['journal'], { api: listing('/v1/journal', [veiled, sealed]) });
    expect(out[1]?.trim()).toBe('(protected)');
    expect(out[2]).toContain('(sealed text)');
    expect(out.join('\n')).not.toContain('xyz');
  });

  it('gives machines the rows as they are, and shows an example', async () => {
    expect(jsonOf(await typed(['journal', '--json'], { api: listing('/v1/journal', [note]) }))).toEqual([note]);
    for (const noun of ['journal', 'library', 'directory', 'allies', 'balance'])
      expect((await typed([noun, '--help'])).out.join('\n')).toContain(`palabre ${noun} `);
  });
});

describe('what partnerships share', () => {
  it('ALE-66, PMP-39: the library tells what worked and what is known, and of whom nothing', async () => {
    const sheet = {
      item: 'x',
      kind: 'ExperienceSheetPublished',
      says: null,
      day: '2026-01-02',
      entityKind: 'co-op',
      whatWorked: 'circles',
    };
    const { out } = await typed(['library', '--search', 'circle'], { api: listing('/v1/library', [sheet]) });
    expect(out[1]).toMatch(/^2026-01-02 +ExperienceSheetPublished +circles$/);
  });

  it('ALE-15, AGI-37: the directory lists who wants to be found; the network shows connections by place and what was born of them', async () => {
    const row = { organisation: 'org-3', country: 'SN', region: 'North', seeks: 'well builders' };
    const directory = listing('/v1/directory', [row]);
    expect((await typed(['directory', '--country', 'SN'], { api: directory })).out[1]).toMatch(/^org-3 +SN +North +well builders$/);
    expect(directory.views.asked[0]?.filter).toEqual({ country: 'SN' });
    const place = {
      country: 'SN',
      region: null,
      connections: 2,
      organisations: ['a', 'b'],
      made: [{ connection: 'l', initiatives: ['fund'] }],
    };
    expect((await typed(['allies'], { api: listing('/v1/allies', [place]) })).out[1]).toMatch(/^SN +2 +fund +a, b$/);
  });
});

const view: BalanceView = {
  exchanges: {
    shares: [
      { nature: 'money', count: 3, percent: 75 },
      { nature: 'learning', count: 1, percent: 25 },
    ],
    untagged: 2,
    funderOrPartner: { month: '2027-01', cells: [{ spread: { funder: 4, partner: 2 } }] },
  },
  equality: {
    parties: [{ party: 'host', votes: 1, turns: 9, proposed: 2, taken: 3, alone: 0 }],
    equalFooting: [{ party: 'partner', round: 1, answer: 2 }],
  },
  burden: [{ party: 'partner', questions: 12, forms: 2, commitments: 5 }],
  relation: {
    health: { meetings: { held: 5, missed: 1 }, answers: { asked: 8, late: 2 }, challenges: { raised: 3, open: 1 } },
    results: { kept: 4, late: 1, breached: 0 },
  },
  meetings: { windowMonths: 6, planned: 1, crisis: 2, flagged: true },
  voice: { actions: 4, spoke: [{ party: 'partner', times: 1, percent: 25 }] },
  changes: { changes: 3, answeredANeed: 2 },
  axes: [{ axis: 'south-south', exchanges: 2, practices: 1 }],
  connections: { sameContext: 1, otherRegion: 2, untold: 0, initiatives: 1 },
  inclusion: { meetings: 5, meetingsThatTell: 1, mostAffected: 4, withDisabilities: 1, needs: 3, measures: 2 },
  participation: { groups: [{ party: 'host', role: 'partnership-officer', people: 1, acts: 7 }], people: 2, fewerThan: 3, flagged: true },
  design: [{ kind: 'objectives', sections: 3, shares: [{ party: 'host', sections: 2, percent: 67 }] }],
  results: {
    project: [{ id: 'O1', text: 'wells', indicators: [], state: null }],
    partnership: [{ id: 'O2', text: 'deciding together', indicators: ['votes'], state: 'partly' }],
  },
  strengths: {
    list: [{ of: 'partner', what: 'the tracks', namedBy: ['host'], activities: [], unused: true }],
    missing: [{ by: 'partner', of: 'host' }],
  },
  resources: [{ resource: 'money', unit: 'EUR', total: 40_000, shares: [{ party: 'host', amount: 30_000, percent: 75 }] }],
};

describe('balance', () => {
  const told = async (language: 'fr' | 'en', changed: Partial<BalanceView> = {}): Promise<string> => {
    const api = new InMemoryPalabre();
    api.views.documents.set('/v1/partnerships/p-1/balance', { ...view, ...changed });
    return (await typed(['balance', 'p-1'], { api, language })).out.join('\n');
  };

  it.each([
    ['MDM-13: exchanges by nature beside what partners answered', '“Funder or partner?” (2027-01): funder 4, partner 2'],
    ['PMP-53: what each said of an equal footing', '“On an equal footing?” partner, review 1: 2'],
    ['HFA-10: health of the relation beside results', 'Results: kept 4, late 1, breached 0'],
    ['AGI-26: more crises than planned meetings', 'In the last 6 months: 1 planned, 2 in a crisis. More crises than planned meetings.'],
    ['ALE-50: who spoke itself', 'partner spoke itself in 1 of 4 public action(s)'],
    ['AGI-31: changes that answered a need', 'Changes agreed 3, of which 2 for a need that was told'],
    ['HFA-28: a file that rests on too few', 'The file rests on 2 person(s), fewer than 3.'],
    ['ALE-23: who was there by their own word', 'In 1 of 5 meeting(s), by their own word: 4 of those most affected, 1 with disabilities'],
    ['AGI-36: South-South and its practices', 'South-South: 2 exchange(s), 1 practice(s)'],
    ['AGI-17: whose list is missing', '“partner” has named no strength of “host” yet'],
  ])('shows %s', async (_what, line) => {
    expect((await told('en')).split('\n')).toContain(line);
  });

  it('AGI-07, AGI-18, ALE-49, HFA-12: results of the partnership, unused strengths, authors and shares each have their table', async () => {
    const page = await told('en');
    expect(page).toMatch(/Results of the partnership\nno\. +state +indicators +text\nO2 +partly +votes +deciding together/);
    expect(page).toMatch(/partner +host +unused +the tracks/);
    expect(page).toMatch(/objectives +3 +host 67 %/);
    expect(page).toMatch(/money +EUR 400\.00 +host EUR 300\.00 \(75 %\)/);
  });

  it('says nothing of what nobody told, in French too', async () => {
    const page = await told('fr', {
      meetings: { windowMonths: 6, planned: 2, crisis: 0, flagged: false },
      participation: { groups: [], people: 4, fewerThan: 3, flagged: false },
      resources: [],
    });
    expect(page).toContain('Changements convenus 3, dont 2 pour un besoin dit');
    for (const absent of ['Plus de crises', 'repose sur', 'mises en commun']) expect(page).not.toContain(absent);
  });
});

describe('show', () => {
  it('AGI-17: the page of a partnership shows the merged list of strengths, and nothing where none was named', async () => {
    const api = new InMemoryPalabre();
    const file = api.file;
    await api.open('hq-ops', { id: 'x', type: 'OpenPartnership', data: {} });
    const list = [{ of: 'partner', what: 'the tracks', namedBy: ['host', 'partner'], activities: [] }];
    api.file = async (as, id) => ({ ...(await file(as, id)), strengths: { list } });
    expect((await typed(['show', api.id], { api })).out.join('\n')).toMatch(
      /strength of +named by +used for +what\npartner +host, partner +unused +the tracks/,
    );
    expect((await typed(['show', api.id], { api: new InMemoryPalabre() })).out.join('\n')).not.toContain('strength of');
  });
});
