import { fact, type CommandData, type Money, type Refusal } from '@palabre/contracts';
import { dayOf } from '../../calendar/span.js';
import { accept, refuse } from '../../decision.js';
import type { Decider, Deciders, Moment } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { deliverablesAccepted } from '../commitment/questions.js';
import { readableAmong } from '../line/questions.js';
import { partyNames } from '../parties/questions.js';
import { agreedBudget } from '../text/questions.js';
import {
  agreedLine,
  breachedJustificationsOf,
  leftOn,
  moneyMayFlow,
  overdueJustificationsOf,
  spenderOf,
  totalsOf,
  transferOf,
  type BudgetLine,
} from './questions.js';
import type { OpenTransfer } from './slice.js';
import * as no from './refusals.js';

/** Why no money moves at all in this partnership now, or null. */
function closedTap(state: PartnershipState): Refusal | null {
  if (!state.steps.financialFlows || policyOf(state).columns.financialFlows === 'none') return no.noMoneyHere();
  if (state.steps.signedAt === null) return no.notSigned();
  if (!moneyMayFlow(state)) return no.held(state.money.frozenBy, readableAmong(state, state.money.frozenBy));
  if (agreedBudget(state) === null) return no.budgetNotAgreed();
  const { deliverables } = policyOf(state).columns;
  return deliverables && deliverablesAccepted(state) <= state.money.counts.requested ? no.nothingDelivered() : null;
}

/** What is wrong with a request on a line of the agreed budget, or null. */
function wrongRequest(state: PartnershipState, asked: CommandData<'RequestTransfer'>, line: BudgetLine, party: string): Refusal | null {
  const { value, from, to } = asked;
  const bothAreParties = [from, to].every(name => partyNames(state).includes(name));
  if (!bothAreParties || from === to || to !== line.spentBy) return no.wrongParties(line.spentBy);
  if (party !== from && party !== to) return no.notConcerned();
  if (value.currency !== line.currency) return no.otherCurrency(line.currency);
  if (value.amount === 0) return no.nothingAsked();
  const left = leftOn(state, line);
  return value.amount > left ? no.beyondTheLine(line.line, left, line.currency) : null;
}

/** A day before its cause, or after today. */
const impossible = (day: string, earliest: string, moment: Moment): Refusal | null => {
  const today = dayOf(moment.now);
  return day < earliest || day > today ? no.impossibleDay(day, earliest, today) : null;
};

const requestTransfer: Decider<'RequestTransfer'> = (state, command, moment) => {
  const closed = closedTap(state);
  if (closed !== null) return refuse(closed);
  const line = agreedLine(state, command.data.line);
  if (line === undefined) return refuse(no.noSuchLine(command.data.line));
  const wrong = wrongRequest(state, command.data, line, moment.party.party);
  if (wrong !== null) return refuse(wrong);
  const breached = breachedJustificationsOf(state, command.data.to, moment.now).length;
  if (breached > 0) return refuse(no.heldUntilJustified(command.data.to, breached));
  const late = overdueJustificationsOf(state, command.data.to).length;
  return {
    outcome: 'accepted',
    facts: [fact('FundTransferRequested', { ...command.data, transfer: moment.newId('transfer') })],
    warnings: late > 0 ? [no.justificationStillOwed(command.data.to, late)] : [],
  };
};

/** A request was within the budget of its day; the money leaves only within the budget agreed now. */
function beyondTheBudget(state: PartnershipState, { line: name, currency, amount }: OpenTransfer): Refusal | null {
  const line = agreedLine(state, name);
  if (line === undefined) return no.noSuchLine(name);
  if (line.currency !== currency) return no.otherCurrency(line.currency);
  const left = Math.max(0, line.amount - totalsOf(state, name, currency).paid);
  return amount > left ? no.beyondTheLine(name, left, currency) : null;
}

const tellTransfer: Decider<'TellTransfer'> = (state, command, moment) => {
  const { transfer, sentOn } = command.data;
  const found = transferOf(state, transfer);
  if (found === undefined) return refuse(no.noOpenTransfer(transfer));
  if (found.from !== moment.party.party) return refuse(no.payerSays(found.from));
  if (found.sentOn !== null) return refuse(no.alreadySent());
  if (!moneyMayFlow(state)) return refuse(no.held(state.money.frozenBy, readableAmong(state, state.money.frozenBy)));
  const breached = breachedJustificationsOf(state, found.to, moment.now).length;
  if (breached > 0) return refuse(no.heldUntilJustified(found.to, breached));
  const wrong = beyondTheBudget(state, found) ?? impossible(sentOn, dayOf(found.requestedAt), moment);
  return wrong === null ? accept(fact('FundTransferSent', { transfer, sentOn })) : refuse(wrong);
};

/** Who asked may take a request back, who is to pay may decline it; money that has left is confirmed or looked for (MDM-25). */
const cancelTransfer: Decider<'CancelTransfer'> = (state, command, moment) => {
  const { transfer, reason } = command.data;
  const found = transferOf(state, transfer);
  const { party } = moment.party;
  if (found === undefined) return refuse(no.noOpenTransfer(transfer));
  if (party !== found.from && party !== found.to) return refuse(no.notConcerned());
  return found.sentOn === null ? accept(fact('FundTransferCancelled', { transfer, party, reason })) : refuse(no.alreadySent());
};

const confirmTransfer: Decider<'ConfirmTransfer'> = (state, command, moment) => {
  const { transfer, receivedOn } = command.data;
  const found = transferOf(state, transfer);
  if (found === undefined) return refuse(no.noOpenTransfer(transfer));
  if (found.to !== moment.party.party) return refuse(no.receiverSays(found.to));
  if (found.requestedBy === moment.actor.person) return refuse(no.askerNeverConfirms());
  if (found.receivedOn !== null) return refuse(no.alreadyReceived());
  if (found.sentOn === null) return refuse(no.notSent(found.from));
  if (!moneyMayFlow(state)) return refuse(no.held(state.money.frozenBy, readableAmong(state, state.money.frozenBy)));
  const wrong = impossible(receivedOn, found.sentOn, moment);
  return wrong === null ? accept(fact('FundTransferCompleted', { transfer, receivedOn })) : refuse(wrong);
};

const justifyExpenditure: Decider<'JustifyExpenditure'> = (state, command, moment) => {
  const { transfer, value } = command.data;
  const found = transferOf(state, transfer);
  if (found === undefined) return refuse(no.noOpenTransfer(transfer));
  if (found.to !== moment.party.party) return refuse(no.receiverSays(found.to));
  if (found.receivedOn === null) return refuse(no.notReceivedYet());
  if (value.currency !== found.currency) return refuse(no.otherCurrency(found.currency));
  if (value.amount === 0) return refuse(no.nothingAsked());
  const left = found.amount - found.justified;
  if (value.amount > left) return refuse(no.moreThanUnjustified(left, found.currency));
  return accept(fact('ExpenditureJustified', { ...command.data, late: found.overdue }));
};

/** What is wrong with an amount said to be diverted from a line, or null. A settled transfer is known by its line alone. */
function wrongDiversion(state: PartnershipState, line: string, value: Money, transfer: string): Refusal | null {
  const open = transferOf(state, transfer);
  if (open !== undefined && open.line !== line) return no.otherLine(open.line);
  if (open !== undefined && open.currency !== value.currency) return no.otherCurrency(open.currency);
  const { paid } = totalsOf(state, line, value.currency);
  if (value.amount === 0) return no.nothingAsked();
  return value.amount > paid ? no.moreThanPaid(paid, value.currency) : null;
}

const flagDiversion: Decider<'FlagDiversion'> = (state, command) => {
  const { line, value, transfer } = command.data;
  if (agreedLine(state, line) === undefined && transferOf(state, transfer) === undefined) return refuse(no.noSuchLine(line));
  const wrong = wrongDiversion(state, line, value, transfer);
  if (wrong !== null) return refuse(wrong);
  const about = spenderOf(state, command.data);
  return accept(fact('FundDiversionFlagged', { ...command.data, ...(about === undefined ? {} : { about }) }));
};

export const moneyDeciders: Deciders = {
  RequestTransfer: requestTransfer,
  TellTransfer: tellTransfer,
  CancelTransfer: cancelTransfer,
  ConfirmTransfer: confirmTransfer,
  JustifyExpenditure: justifyExpenditure,
  FlagDiversion: flagDiversion,
};
