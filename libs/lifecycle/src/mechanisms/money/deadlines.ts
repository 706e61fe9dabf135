import { after } from '../../calendar/span.js';
import { say } from '../../decision.js';
import type { DeadlineRow } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { justificationDueAt, moneyMayFlow, receiptDueAt } from './questions.js';
import type { OpenTransfer } from './slice.js';

const receiptRule = 'transfer_received_in';

/**
 * A suspension or a freeze interrupts the wait: it is nobody's delay. When money may flow again after the day has
 * passed, the wait starts anew; the deadline that stands says from when.
 */
function receiptWait(state: PartnershipState, transfer: OpenTransfer): string {
  const first = receiptDueAt(state, transfer);
  const standing = state.deadlines.find(one => one.rule === receiptRule && one.about === transfer.transfer);
  if (standing !== undefined) return standing.dueAt;
  const { now } = state.calendar;
  return first > now ? first : after(now, policyOf(state).timers[receiptRule]);
}

export const moneyDeadlines: readonly DeadlineRow[] = [
  {
    rule: receiptRule,
    outcome: 'FundTransferDelayed',
    says: say('L’argent demandé est attendu à cette date', 'The money asked for is expected by then'),
    requirements: ['ALE-12'],
    asks: state =>
      moneyMayFlow(state)
        ? state.money.transfers
            .filter(one => one.receivedOn === null && !one.delayed)
            .map(one => ({ key: one.transfer, dueAt: receiptWait(state, one), party: one.from, about: one.transfer }))
        : [],
    fire: (_state, { about, deadline, party }) => [{ type: 'FundTransferDelayed', data: { transfer: about, deadline, owedBy: party } }],
  },
  {
    rule: 'justification_due_in',
    outcome: 'JustificationOverdue',
    says: say('L’emploi de l’argent reçu est à justifier', 'The use of the money received is to be justified'),
    requirements: ['HFA-20'],
    asks: state =>
      state.money.transfers.flatMap(one =>
        one.receivedOn === null || one.overdue
          ? []
          : [{ key: one.transfer, dueAt: justificationDueAt(state, one.receivedOn), party: one.to, about: one.transfer }],
      ),
    fire: (_state, { about, deadline, party }) => [{ type: 'JustificationOverdue', data: { transfer: about, deadline, owedBy: party } }],
  },
];
