import { describe, expect, it } from 'vitest';
import type { TransferView } from '../api/file-parts.js';
import type { FileView } from '../api/reads.js';
import { typed } from '../testing/desk.spec.js';
import { InMemoryPalabre } from '../testing/in-memory-palabre.spec.js';

const parties = ['host', 'partner', 'third'].map(party => ({
  party,
  side: party === 'host' ? 'host' : 'partner',
  organisation: `org-${party}`,
  workingLanguage: 'fr',
}));

const plan = {
  continuity: 'Les soins ne s’arrêtent pas.',
  fundingAfterwards: 'Le district paie.',
  capacity: [{ milestone: 'C1', text: 'Équipe formée', dueOn: '2024-03-01' }],
  structure: [{ milestone: 'S1', text: 'Statuts déposés', dueOn: '2024-06-01', owedBy: 'host' }],
};

const open: TransferView = {
  object: 'operational',
  recipient: 'partner',
  state: 'open',
  openedAt: '2024-01-10T08:00:00.000Z',
  endedAt: null,
  abandonedBecause: null,
  milestones: [{ track: 'capacity', milestone: 'C1', reachedOn: '2024-02-20', evidence: 'vu' }],
  readiness: [{ party: 'host', capacity: true, structure: false, note: 'bientôt' }],
  accepted: null,
  deedSignedBy: [],
  checks: [],
};

function house(project: TransferView | null, body: object = plan): InMemoryPalabre {
  const api = new InMemoryPalabre();
  api.views.answers.set('/v1/organisations', [
    { organisation: 'org-host', name: 'Horizon' },
    { organisation: 'org-partner', name: 'Rives' },
  ]);
  const head = { title: 'Relais', type: 'TR', phase: 'transfer', standing: 'open', charter: 'mdm', calendar: 'real', phases: [] } as const;
  const texts = { 'transfer-plan': { state: 'agreed', head: { version: 1, at: '2023-12-01T08:00:00.000Z' }, body } };
  const file: FileView = {
    id: 'p-1',
    version: 9,
    now: '2024-03-02T08:00:00.000Z',
    party: 'host',
    head,
    parties: { parties },
    texts,
    transfer: { project },
  };
  api.file = async () => file;
  return api;
}

const page = async (api: InMemoryPalabre, command = 'transfer', language: 'fr' | 'en' = 'en'): Promise<string> =>
  (await typed([command, 'p-1'], { api, language })).out.join('\n');

describe('the page of a transfer', () => {
  it('MDM-44, MDM-47: it tells object, recipient, both tracks with what is planned and what is reached, and how ready each side finds it', async () => {
    const told = await page(house(open));
    expect(told).toContain('Transfer of a project of action to Rives');
    expect(told).toMatch(/capacities +C1 +Rives +2024-03-01 +2024-02-20 +Équipe formée/);
    expect(told).toMatch(/structure +S1 +Horizon +2024-06-01 +not yet +Statuts déposés/);
    expect(told).toMatch(/Horizon +ready +not ready +bientôt/);
    expect(told).toMatch(/handover deed signed +not yet/);
    expect(told).not.toContain('Checks');
    expect(told).not.toContain('Budget of the transfer');
  });

  it('MDM-44: the budget of the plan stands on the page, in the reader’s way of writing money', async () => {
    const total = { amount: 1_250_000, currency: 'EUR' };
    const budget = { total, lines: [{ line: 'T1', label: 'Doublure des équipes', cost: total }] };
    const told = await page(house(open, { ...plan, budget }), 'transfer', 'fr');
    expect(told).toContain('Budget du transfert');
    expect(told).toMatch(/12.500,00/);
    expect(told).toContain('Doublure des équipes');
  });

  it('MDM-48: after the transfer the checks stand with their results, and show says who holds the project now', async () => {
    const first = { check: 'first', party: 'partner', running: true, on: '2025-01-20', note: 'tout tourne' } as const;
    const done: TransferView = { ...open, state: 'transferred', endedAt: '2024-07-01T08:00:00.000Z', checks: [first] };
    const told = await page(house(done));
    expect(told).toMatch(/first check, after 6 months +2025-01-20 +Rives +the project goes on +tout tourne/);
    expect(told).toMatch(/second check, after 12 months +not yet/);
    expect(await page(house(done), 'show')).toMatch(/the project is held by +partner \(transferred on 2024-07-01\)/);
    expect(await page(house(open), 'show')).toMatch(/the project is held by +host \(under way since 2024-01-10\)/);
  });

  it('MDM-45: an abandoned transfer says why, and the project is where it was', async () => {
    const told = await page(
      house({ ...open, state: 'abandoned', endedAt: '2024-05-01T08:00:00.000Z', abandonedBecause: 'pas de licence' }),
    );
    expect(told).toMatch(/state +abandoned on 2024-05-01: pas de licence/);
    expect(told).toMatch(/the project is held by +Horizon/);
  });

  it('MDM-45: a plan that an earlier transfer used up is none of the next one; one written since its end is', async () => {
    const told = await page(house({ ...open, earlierEndedAt: '2023-12-20T08:00:00.000Z' }));
    expect(told).toContain('The plan of the transfer is not written yet.');
    expect(told).not.toContain('Équipe formée');
    expect(await page(house({ ...open, earlierEndedAt: '2023-11-20T08:00:00.000Z' }))).toContain('Équipe formée');
  });

  it('a partnership without a transfer says so, and show tells no holder', async () => {
    expect(await page(house(null))).toBe('No transfer of a project was opened.');
    expect(await page(house(null), 'show')).not.toContain('the project is held by');
  });
});
