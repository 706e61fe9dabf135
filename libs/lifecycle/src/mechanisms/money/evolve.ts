import type { EventAttributes, EventData } from '@palabre/contracts';
import type { Evolvers } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { breachTold } from '../commitment/breaches.js';
import { ballotClosed, ballotOn } from '../sign-off/ballots.js';
import { diversionKey, spenderOf, totalsOf, transferOf, untakenDiversions } from './questions.js';
import type { LineTotals, MoneySlice, OpenTransfer } from './slice.js';

const withMoney = (state: PartnershipState, change: Partial<MoneySlice>): PartnershipState => ({
  ...state,
  money: { ...state.money, ...change },
});

const counted = (state: PartnershipState, what: keyof MoneySlice['counts']): MoneySlice['counts'] => ({
  ...state.money.counts,
  [what]: state.money.counts[what] + 1,
});

/** Adds amounts to the totals of a line. */
function added(
  state: PartnershipState,
  line: string,
  currency: string,
  more: Partial<Omit<LineTotals, 'line' | 'currency'>>,
): LineTotals[] {
  const before = totalsOf(state, line, currency);
  const now = {
    ...before,
    committed: before.committed + (more.committed ?? 0),
    paid: before.paid + (more.paid ?? 0),
    justified: before.justified + (more.justified ?? 0),
  };
  return [...state.money.totals.filter(one => one.line !== line || one.currency !== currency), now];
}

const changed = (state: PartnershipState, transfer: string, change: Partial<OpenTransfer>): OpenTransfer[] =>
  state.money.transfers.map(one => (one.transfer === transfer ? { ...one, ...change } : one));

const requested = (state: PartnershipState, data: EventData<'FundTransferRequested'>, attributes: EventAttributes): PartnershipState => {
  const { transfer, line, value, from, to } = data;
  const open: OpenTransfer = {
    transfer,
    line,
    amount: value.amount,
    currency: value.currency,
    from,
    to,
    requestedBy: attributes.actor,
    requestedAt: attributes.factat,
    ...(attributes.party === from ? ({ byPayer: true, sentOn: attributes.factat.slice(0, 10) } as const) : { sentOn: null }),
    receivedOn: null,
    justified: 0,
    delayed: false,
    overdue: false,
  };
  return withMoney(state, {
    transfers: [...state.money.transfers, open],
    totals: added(state, line, value.currency, { committed: value.amount }),
    counts: counted(state, 'requested'),
  });
};

const completed = (state: PartnershipState, data: EventData<'FundTransferCompleted'>): PartnershipState => {
  const found = transferOf(state, data.transfer);
  if (found === undefined) return state;
  return withMoney(state, {
    transfers: changed(state, data.transfer, { receivedOn: data.receivedOn }),
    totals: added(state, found.line, found.currency, { paid: found.amount }),
  });
};

/** What was only asked for counts nowhere any more: the line has its amount again. */
const cancelled = (state: PartnershipState, data: EventData<'FundTransferCancelled'>): PartnershipState => {
  const found = transferOf(state, data.transfer);
  if (found === undefined) return state;
  return withMoney(state, {
    transfers: state.money.transfers.filter(one => one.transfer !== data.transfer),
    totals: added(state, found.line, found.currency, { committed: -found.amount }),
    counts: { ...state.money.counts, requested: state.money.counts.requested - 1 },
  });
};

/** A fully justified transfer leaves the state; its totals and the history remain. */
const justified = (state: PartnershipState, data: EventData<'ExpenditureJustified'>): PartnershipState => {
  const found = transferOf(state, data.transfer);
  if (found === undefined) return state;
  const sum = found.justified + data.value.amount;
  const settled = sum >= found.amount;
  return withMoney(state, {
    transfers: settled
      ? state.money.transfers.filter(one => one.transfer !== data.transfer)
      : changed(state, data.transfer, { justified: sum }),
    totals: added(state, found.line, found.currency, { justified: data.value.amount }),
    counts: settled ? counted(state, 'settled') : state.money.counts,
  });
};

const flagged = (state: PartnershipState, data: EventData<'FundDiversionFlagged'>, attributes: EventAttributes): PartnershipState => {
  const spender = spenderOf(state, data);
  if (spender === undefined) return state;
  const { transfer, line } = data;
  const diversion = { transfer, line, flaggedBy: attributes.party, about: spender, flaggedAt: attributes.factat };
  const told = breachTold(state, 'diversion', diversionKey(diversion), [spender]);
  return withMoney(told, { diversions: [...untakenDiversions(state), diversion] });
};

export const moneyEvolvers: Evolvers = {
  FundTransferRequested: requested,
  FundTransferSent: (state, data) => withMoney(state, { transfers: changed(state, data.transfer, { sentOn: data.sentOn }) }),
  FundTransferCancelled: cancelled,
  FundTransferCompleted: completed,
  FundTransferDelayed: (state, data) =>
    withMoney(state, { transfers: changed(state, data.transfer, { delayed: true }), counts: counted(state, 'delayed') }),
  ExpenditureJustified: justified,
  JustificationOverdue: (state, data) =>
    withMoney(breachTold(state, 'justification', data.transfer, [data.owedBy]), {
      transfers: changed(state, data.transfer, { overdue: true }),
      counts: counted(state, 'lateJustifications'),
    }),
  FundDiversionFlagged: flagged,
  FundTransfersFrozen: (state, data) => withMoney(state, { frozenBy: [...new Set([...state.money.frozenBy, data.case])] }),
  FundTransfersReleased: (state, data) =>
    withMoney(ballotClosed(state, ballotOn.line(data.case)), { frozenBy: state.money.frozenBy.filter(one => one !== data.case) }),
};
