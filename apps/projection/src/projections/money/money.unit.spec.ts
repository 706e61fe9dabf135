import { describe, expect, it } from 'vitest';
import type { Access } from '../../reading/access.js';
import { discretionOf } from '../../reading/discretion.js';
import { Story } from '../../spec/story.js';
import { foldRows } from '../projection.js';
import { moneyLines, overheadsOf, totalsOf } from './money-lines.js';
import { moneyPage } from './money.query.js';
import { moneyHandles, moneyProjection } from './money.projection.js';

const hash = 'e'.repeat(64);
const euros = (amount: number) => ({ amount, currency: 'EUR' });
const francs = (amount: number) => ({ amount, currency: 'XOF' });

type Line = { line: string; cost: { amount: number; currency: string }; overhead?: boolean };

function propose(story: Story, version: number, lines: readonly Line[]): void {
  story.tell('BudgetProposed', {
    kind: 'budget',
    version,
    hash,
    proposedBy: 'host',
    staleAcceptances: [],
    body: {
      lines: lines.map(({ line, cost, overhead = false }) => ({ line, label: `Line ${line}`, cost, spentBy: 'partner', overhead })),
      total: euros(1),
      overheads: [{ party: 'partner', needed: euros(9_000), explanation: 'the office' }],
    },
  });
}

const agree = (story: Story, version: number): void =>
  void story.tell('BudgetCoValidated', { kind: 'budget', version, hash, acceptedBy: ['host', 'partner'] });

function withMoney(): Story {
  const story = Story.opened();
  propose(story, 1, [{ line: 'L0', cost: euros(1) }]);
  propose(story, 2, [
    { line: 'L1', cost: euros(125_000) },
    { line: 'L2', cost: francs(700_000) },
    { line: 'L3', cost: euros(6_000), overhead: true },
  ]);
  agree(story, 2);
  const from = { from: 'host', to: 'partner' };
  story.tell('FundTransferRequested', { transfer: 'm-1', line: 'L1', value: euros(50_000), ...from });
  story.tell('FundTransferSent', { transfer: 'm-1', sentOn: '2026-02-01' });
  story.tell('FundTransferCompleted', { transfer: 'm-1', receivedOn: '2026-02-03' });
  story.tell('ExpenditureJustified', { transfer: 'm-1', value: euros(20_000), vouchers: ['v-1'], late: false });
  story.tell('JustificationOverdue', { transfer: 'm-1', deadline: 'd-1', owedBy: 'partner' });
  story.tell('FundTransferRequested', { transfer: 'm-2', line: 'L1', value: euros(10_000), ...from });
  story.tell('FundTransferDelayed', { transfer: 'm-2', deadline: 'd-2', owedBy: 'host' });
  story.tell('FundDiversionFlagged', { transfer: 'm-1', line: 'L1', value: euros(300), reason: 'fuel for elsewhere' });
  return story;
}

const rowsOf = (story: Story) => [...foldRows(moneyProjection, story.told).values()];

const access: Access = {
  partnership: 'p-1',
  version: 1,
  hash,
  now: '2026-01-01T00:00:00.000Z',
  party: 'partner',
  protectedLines: new Set(),
  isProtected: false,
  inClear: true,
  mayReadCase: () => true,
  mayKnowWhoRaised: () => true,
};

const pageFor = (story: Story, object: string | null, limit = 50, after: readonly string[] | null = null) =>
  moneyPage(rowsOf(story), {
    standing: 'open',
    discretion: discretionOf(access, {
      cases: [],
      restrictions: object === null ? [] : [{ object, restrictedFor: 'partner', reason: 'not yet' }],
    }),
    after,
    limit,
  });

describe('money by budget line', () => {
  it('ALE-12: adds up what was agreed, asked, paid and justified, and what is late; currencies stay apart', () => {
    const lines = moneyLines(rowsOf(withMoney()), false);
    expect(lines.map(({ line, currency }) => [line, currency])).toEqual([
      ['L1', 'EUR'],
      ['L2', 'XOF'],
      ['L3', 'EUR'],
    ]);
    expect(lines[0]).toEqual({
      line: 'L1',
      label: 'Line L1',
      spentBy: 'partner',
      overhead: false,
      currency: 'EUR',
      agreed: 125_000,
      requested: 60_000,
      paid: 50_000,
      justified: 20_000,
      late: 30_000,
      delayed: 10_000,
      diverted: 300,
      frozen: 0,
    });
    expect(totalsOf(lines).map(({ currency, agreed }) => [currency, agreed])).toEqual([
      ['EUR', 131_000],
      ['XOF', 700_000],
    ]);
  });

  it('HFA-20: what is left to justify stays late after a part was justified, until nothing is left', () => {
    const story = withMoney();
    story.tell('ExpenditureJustified', { transfer: 'm-1', value: euros(10_000), vouchers: ['v-2'], late: true });
    expect(moneyLines(rowsOf(story), false)[0]).toMatchObject({ justified: 30_000, late: 20_000 });
    expect(rowsOf(story).find(({ part }) => part === 'transfer/m-1')).toMatchObject({ overdue: true });
    story.tell('ExpenditureJustified', { transfer: 'm-1', value: euros(20_000), vouchers: ['v-3'], late: true });
    expect(moneyLines(rowsOf(story), false)[0]).toMatchObject({ justified: 50_000, late: 0 });
    expect(rowsOf(story).find(({ part }) => part === 'transfer/m-1')).toMatchObject({ overdue: false });
  });

  it('ALE-11: overheads stand as needed beside what the lines grant', () => {
    expect(overheadsOf(rowsOf(withMoney()))).toEqual([
      { party: 'partner', currency: 'EUR', needed: 9_000, granted: 6_000, explanation: 'the office' },
    ]);
  });

  it('MDM-65: what is not paid is held while a case freezes it, or while the partnership is suspended', () => {
    const story = withMoney();
    story.tell('FundTransfersFrozen', { case: 'c-1' });
    expect(pageFor(story, null)).toMatchObject({ held: true, items: [{ line: 'L1', frozen: 10_000, paid: 50_000 }, {}, {}] });
    story.tell('FundTransfersReleased', { case: 'c-1', reason: 'heard' });
    expect(pageFor(story, null)).toMatchObject({ held: false, items: [{ line: 'L1', frozen: 0 }, {}, {}] });
  });

  it('ALE-12: a request that its asker took back is in no sum', () => {
    const story = withMoney();
    story.tell('FundTransferCancelled', { transfer: 'm-2', party: 'host', reason: 'asked twice' });
    expect(moneyLines(rowsOf(story), true)[0]).toMatchObject({ requested: 50_000, delayed: 0, frozen: 0 });
  });

  it('a proposal counts when it is agreed, not before; a dropped line keeps what went through it', () => {
    const story = withMoney();
    propose(story, 3, [{ line: 'L2', cost: francs(800_000) }]);
    expect(moneyLines(rowsOf(story), false)).toHaveLength(3);
    agree(story, 3);
    const lines = moneyLines(rowsOf(story), false);
    expect(lines.find(one => one.line === 'L1')).toMatchObject({ agreed: 0, paid: 50_000, label: 'Line L1' });
    expect(lines.find(one => one.line === 'L2')).toMatchObject({ agreed: 800_000 });
  });

  it('MDM-17: a transfer kept from a party is in no sum that it reads, a budget kept from it shows no line of it', () => {
    expect(pageFor(withMoney(), 'm-2').items[0]).toMatchObject({ requested: 50_000, delayed: 0 });
    const withoutBudget = pageFor(withMoney(), 'text/budget');
    expect(withoutBudget.items).toHaveLength(1);
    expect(withoutBudget.items[0]).toMatchObject({ line: 'L1', label: null, agreed: 0, paid: 50_000 });
    expect(withoutBudget.overheads).toEqual({ restricted: { rule: 'MDM-17', reason: 'not yet' } });
  });

  it('is paged; totals are those of the whole', () => {
    const first = pageFor(withMoney(), null, 2);
    expect(first.items).toHaveLength(2);
    expect(first.next).not.toBeNull();
    const second = pageFor(withMoney(), null, 2, ['L2', 'XOF']);
    expect(second).toMatchObject({ items: [{ line: 'L3' }], next: null, totals: first.totals });
  });

  it('declares its twelve events', () => {
    expect(moneyHandles).toHaveLength(12);
  });
});
