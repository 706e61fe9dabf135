import type { LinePolicy } from '@palabre/contracts';
import { after, endOfDay, startOfDay } from '../../calendar/span.js';
import { hasCome } from '../../calendar/reminder.js';
import { figureOf } from '../../practices.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { agreedBudget, headOf } from '../text/questions.js';
import type { TextHead } from '../text/slice.js';
import type { Diversion, LineTotals, OpenTransfer } from './slice.js';

export type BudgetLine = TextHead['lines'][number];

export const transferOf = (state: PartnershipState, transfer: string): OpenTransfer | undefined =>
  state.money.transfers.find(one => one.transfer === transfer);

/** A line of the budget agreed last; a new proposal takes its place once it is agreed, not before. */
export const agreedLine = (state: PartnershipState, line: string): BudgetLine | undefined =>
  agreedBudget(state)?.find(one => one.line === line);

/** Who spends what a diversion is about: who receives the transfer or, once that is settled, who spends on the line. */
export const spenderOf = (
  state: PartnershipState,
  { transfer, line }: { readonly transfer: string; readonly line: string },
): string | undefined => transferOf(state, transfer)?.to ?? headOf(state, 'budget')?.lines.find(one => one.line === line)?.spentBy;

/** Totals of a budget line in one currency; zeros when nothing happened on it yet. */
export const totalsOf = (state: PartnershipState, line: string, currency: string): LineTotals =>
  state.money.totals.find(one => one.line === line && one.currency === currency) ?? { line, currency, committed: 0, paid: 0, justified: 0 };

/** What a line has cost so far: paid, or on its way. No budget agreed later makes it unspent. */
export interface SpentLine {
  readonly line: string;
  readonly currency: string;
  readonly amount: number;
}

export const spentLines = (state: PartnershipState): readonly SpentLine[] =>
  state.money.totals
    .map(({ line, currency, paid }) => {
      const onItsWay = state.money.transfers.filter(
        one => one.line === line && one.currency === currency && one.sentOn !== null && one.receivedOn === null,
      );
      return { line, currency, amount: onItsWay.reduce((sum, one) => sum + one.amount, paid) };
    })
    .filter(({ amount }) => amount > 0);

/** What may still be asked on an agreed line, in minor units; never negative, also when a later budget is smaller. */
export const leftOn = (state: PartnershipState, line: BudgetLine): number =>
  Math.max(0, line.amount - totalsOf(state, line.line, line.currency).committed);

/** False while a suspension or a case holds every transfer back. */
export const moneyMayFlow = (state: PartnershipState): boolean => state.standing !== 'suspended' && state.money.frozenBy.length === 0;

/** Transfers that a party has received and not fully justified in time. */
export const overdueJustificationsOf = (state: PartnershipState, party: string): readonly OpenTransfer[] =>
  state.money.transfers.filter(one => one.to === party && one.overdue);

/** Among them, those so late that they are a breach of the duty to justify: the next transfer waits for them (HFA-20). */
export function breachedJustificationsOf(state: PartnershipState, party: string, now: string): readonly OpenTransfer[] {
  const days = figureOf(state, 'breach_of_justification_after_days');
  if (days === null) return [];
  return overdueJustificationsOf(state, party).filter(
    one => one.receivedOn !== null && hasCome(after(justificationDueAt(state, one.receivedOn), { days }), now),
  );
}

/** When the receipt of a requested transfer is due (ALE-12). */
export const receiptDueAt = (state: PartnershipState, transfer: OpenTransfer): string =>
  after(transfer.requestedAt, policyOf(state).timers.transfer_received_in);

/** When a received transfer has to be justified: until the end of that day (HFA-20). */
export const justificationDueAt = (state: PartnershipState, receivedOn: string): string =>
  endOfDay(after(startOfDay(receivedOn), policyOf(state).timers.justification_due_in).slice(0, 10));

/** What tells one diversion from another: the transfer, and the day on which it was flagged. */
export const diversionKey = ({ transfer, flaggedAt }: Pick<Diversion, 'transfer' | 'flaggedAt'>): string =>
  `${transfer}-${flaggedAt.slice(0, 10)}`;

/** What the first authority of who spent acknowledges it by (HFA-24). */
export const diversionBreach = (diversion: Diversion): string => `diversion-${diversionKey(diversion)}`;

const raisedSince = (state: PartnershipState, diversion: Diversion, lines: readonly LinePolicy[]): boolean =>
  state.lines.lastRaised.some(
    ({ line, about, at }) => about === diversion.about && at >= diversion.flaggedAt && lines.some(({ code }) => code === line),
  );

const looksInto = ({ examines = [] }: LinePolicy): boolean => examines.includes('diversion');

/** Lines that are about diversions; under a charter that names none of its own, any line answers one. */
const linesOnDiversions = (state: PartnershipState): readonly LinePolicy[] => {
  const { lines } = policyOf(state);
  return lines.some(looksInto) ? lines.filter(looksInto) : lines;
};

/** Diversions for which nobody has raised such a line about the party that spent (C-19). */
export const unexaminedDiversions = (state: PartnershipState): readonly Diversion[] =>
  state.money.diversions.filter(diversion => !raisedSince(state, diversion, linesOnDiversions(state)));

/** A protected case tells nobody what it is about: it neither ends a diversion nor keeps an open case from doing so. */
const mayEnd = (line: LinePolicy): boolean => looksInto(line) && !line.protected;

/** Diversions that no case which anybody may read has taken up yet. */
export const untakenDiversions = (state: PartnershipState): readonly Diversion[] => {
  const open = linesOnDiversions(state).filter(line => !line.protected);
  return state.money.diversions.filter(diversion => !raisedSince(state, diversion, open));
};

/** As many as a case tells of. */
const mostTakenUp = 60;

/** Diversions of a party that a case on this line takes up: dismissed, it ends them (HFA-19). The latest of them, each once. */
export const diversionsTakenUp = (state: PartnershipState, line: LinePolicy, about: string): readonly string[] =>
  mayEnd(line)
    ? [
        ...new Set(
          untakenDiversions(state)
            .filter(one => one.about === about)
            .map(diversionBreach),
        ),
      ].slice(-mostTakenUp)
    : [];
