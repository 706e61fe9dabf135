import { fileIn } from '@palabre/testing';
import { describe, expect, it } from 'vitest';
import { jsonOf, typed } from '../testing/desk.spec.js';
import { InMemoryPalabre } from '../testing/in-memory-palabre.spec.js';

const withAnswer = (name: string, answer: unknown): InMemoryPalabre => {
  const api = new InMemoryPalabre();
  api.views.answers.set(`/v1/partnerships/p-1/${name}`, answer);
  return api;
};

const promise = {
  commitment: 'k-1',
  owedBy: 'partner',
  owedTo: 'host',
  what: 'books of May',
  dueOn: '2026-05-31',
  origin: 'clause',
  state: 'late',
  lateAt: '2026-06-01T00:00:00.000Z',
  settledAt: null,
};

describe('commitments', () => {
  it('ALE-45: what each side owes is one list with its days; a protected one keeps its place and says no more', async () => {
    const api = withAnswer('commitments', [
      promise,
      { ...promise, commitment: 'k-2', owedBy: 'host', owedTo: 'partner', state: 'open' },
      { protected: true },
    ]);
    const { code, out } = await typed(['commitments', 'p-1'], { api });
    expect(code).toBe(0);
    expect(out[0]).toMatch(/^due +owes +to +state +late since +what$/);
    expect(out[1]).toMatch(/^2026-05-31 +partner +host +late +2026-06-01 +books of May$/);
    expect(out[2]).toMatch(/^2026-05-31 +host +partner +open/);
    expect(out[3]?.trim()).toBe('(protected)');
    const money = { ...promise, commitment: undefined, transfer: 'm-1', what: 'L1', origin: 'justification' };
    expect((await typed(['commitments', 'p-1'], { api: withAnswer('commitments', [money]) })).out[1]).toMatch(
      / vouchers for the money of line L1$/,
    );
  });

  it('ALE-45: who owes and to whom are told by the names of the organisations; a machine gets the codes of the parties', async () => {
    const api = InMemoryPalabre.of(fileIn('implementation'));
    api.views.answers.set(`/v1/partnerships/${api.id}/commitments`, [promise]);
    api.views.answers.set('/v1/organisations', [{ organisation: 'org-riviere', name: 'Rives du fleuve' }]);
    expect((await typed(['commitments', api.id], { api })).out[1]).toMatch(/^2026-05-31 +Rives du fleuve +org-horizon +late/);
    expect(jsonOf(await typed(['commitments', api.id, '--json'], { api }))).toEqual([promise]);
  });

  it('asks for one side, one state or what is late; in French; as JSON', async () => {
    const api = withAnswer('commitments', []);
    expect((await typed(['commitments', 'p-1', '--by', 'host', '--late', '--state', 'kept'], { api, language: 'fr' })).out).toEqual([
      'Aucun engagement.',
    ]);
    expect(api.views.asked.at(-1)?.filter).toEqual({ owedBy: 'host', late: true, state: 'kept' });
    expect(jsonOf(await typed(['commitments', 'p-1', '--json'], { api: withAnswer('commitments', [promise]) }))).toEqual([promise]);
  });

  it('the help shows an example', async () => {
    for (const [noun, example] of [
      ['commitments', 'palabre commitments ID --late'],
      ['clauses', 'palabre clauses ID --state breached'],
      ['money', 'palabre money ID'],
    ] as const)
      expect((await typed([noun, '--help'])).out.join('\n')).toContain(example);
  });
});

describe('clauses', () => {
  it('HFA-18: each clause has its state at the last status point, or says that none has spoken of it', async () => {
    const clause = {
      number: '2.1',
      title: 'Books',
      textVersion: 2,
      state: 'breached',
      stateOn: '2026-03-01',
      timesLate: 1,
      timesBreached: 2,
    };
    const api = withAnswer('clauses', [clause, { ...clause, number: '3', state: null, stateOn: null, timesLate: 0, timesBreached: 0 }]);
    const { out } = await typed(['clauses', 'p-1'], { api });
    expect(out[1]).toMatch(/^2\.1 +breached +2026-03-01 +1 +2 +Books$/);
    expect(out[2]).toMatch(/^3 +not looked at yet +0 +0 +Books$/);
  });
});

describe('money', () => {
  const sums = {
    currency: 'EUR',
    agreed: 125_000,
    requested: 60_000,
    paid: 50_000,
    justified: 20_000,
    late: 0,
    delayed: 5_000,
    diverted: 0,
    frozen: 10_000,
  };
  const line = { ...sums, line: 'L1', label: 'Wells', spentBy: 'partner', overhead: false };
  const overheads = [{ party: 'partner', currency: 'XOF', needed: 700, granted: 300, explanation: 'the office' }];

  it('ALE-11, ALE-12: shows each line, what is asked for and late, the total of each currency, and overheads as needed and as granted', async () => {
    const api = withAnswer('money', [line]);
    api.views.documents.set('/v1/partnerships/p-1/money', { totals: [sums], overheads, held: true });
    const out = (await typed(['money', 'p-1'], { api })).out;
    expect(out[0]).toBe('No money moves at present.');
    expect(out[2]).toMatch(/^L1 +EUR 1,250\.00 +EUR 600\.00 +EUR 50\.00 +EUR 500\.00 +EUR 200\.00 +EUR 0\.00 +EUR 100\.00 +Wells$/);
    expect(out.join('\n')).toContain('Total EUR:  agreed EUR 1,250.00, requested EUR 600.00, late to arrive EUR 50.00');
    expect(out.at(-1)).toMatch(/^partner +XOF 700 +XOF 300 +the office$/);
  });

  it('MDM-17: says nothing of overheads where the budget is kept from the caller', async () => {
    const api = withAnswer('money', []);
    api.views.documents.set('/v1/partnerships/p-1/money', { totals: [], overheads: { restricted: { rule: 'MDM-17' } }, held: false });
    expect((await typed(['money', 'p-1'], { api })).out).toEqual(['No budget line.']);
  });
});
