import { describe, expect, it } from 'vitest';
import { Story } from '../spec/story.js';
import { foldRows } from '../projections/projection.js';
import { moneyProjection } from '../projections/money/money.projection.js';
import type { ReviewDoc } from '../projections/reviews/reviews.entity.js';
import { autonomyTrend, sidesOf, type AccountParts } from './shared-account.js';

/** A transfer that arrived and was accounted for in part, and one that was only asked for. */
function paid(): Story {
  const story = Story.opened();
  const value = (amount: number) => ({ amount, currency: 'EUR' });
  for (const [transfer, amount] of [
    ['t-1', 500_00],
    ['t-2', 900_00],
  ] as const) {
    story.tell('FundTransferRequested', { transfer, line: 'A.1', value: value(amount), from: 'host', to: 'partner' });
  }
  story.tell('FundTransferCompleted', { transfer: 't-1', receivedOn: '2026-03-01' });
  story.tell('ExpenditureJustified', { transfer: 't-1', value: value(200_00), vouchers: ['v-1'], late: false });
  return story;
}

const parts: AccountParts = {
  parties: ['host', 'partner'],
  money: [...foldRows(moneyProjection, paid().told).values()],
  meetings: [
    {
      attendance: [
        { party: 'host', people: 2 },
        { party: 'partner', people: 3 },
      ],
    },
    { attendance: [{ party: 'partner', people: 1 }] },
    {},
  ],
  decisions: [
    { proposedBy: 'host', state: 'taken', acceptedBy: ['host', 'partner'] },
    { proposedBy: 'partner', state: 'declined', acceptedBy: ['partner'] },
    {},
  ],
  alone: { host: 1 },
  pending: [{ owedBy: 'partner', dueOn: '2026-04-01' }, { owedBy: 'host', dueOn: '2026-05-01' }, {}],
};

describe('the shared account', () => {
  it('MDM-28: funds, activities, decisions and what is still owed stand side by side, for each side what is its own', () => {
    expect(sidesOf(parts)).toEqual([
      {
        party: 'host',
        funds: [{ currency: 'EUR', paid: 500_00, received: 0, justified: 0 }],
        activities: { meetings: 1, people: 2 },
        decisions: { proposed: 1, accepted: 1, alone: 1 },
        pending: [{ owedBy: 'host', dueOn: '2026-05-01' }],
      },
      {
        party: 'partner',
        funds: [{ currency: 'EUR', paid: 0, received: 500_00, justified: 200_00 }],
        activities: { meetings: 2, people: 4 },
        decisions: { proposed: 1, accepted: 1, alone: 0 },
        pending: [{ owedBy: 'partner', dueOn: '2026-04-01' }],
      },
    ]);
  });

  it('MDM-22: the trend follows the partner’s own score from review to review; other questions, and reviews without it, are not in it', () => {
    const review = (round: number, questions: ReviewDoc['questions']): ReviewDoc => ({
      round,
      heldAt: `202${round}-12-01T09:00:00.000Z`,
      questions,
      measures: {},
      trend: null,
      solid: null,
    });
    const held = [
      review(6, { MQ2: { partner: 200, all: 200 }, MQ3: { host: 500, partner: 500, all: 500 } }),
      review(7, { MQ3: { host: 100, all: 100 } }),
      review(8, { MQ2: { partner: 400, all: 400 } }),
    ];
    expect(autonomyTrend(held, ['MQ2'])).toEqual([
      { round: 6, heldAt: '2026-12-01T09:00:00.000Z', question: 'MQ2', scores: { partner: 200, all: 200 }, change: null },
      {
        round: 8,
        heldAt: '2028-12-01T09:00:00.000Z',
        question: 'MQ2',
        scores: { partner: 400, all: 400 },
        change: { partner: 200, all: 200 },
      },
    ]);
    expect(autonomyTrend(held, [])).toEqual([]);
  });
});
