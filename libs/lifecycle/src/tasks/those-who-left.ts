import type { DeadlineRow, TaskRow } from '../mechanism.js';
import { hasLeft } from '../mechanisms/parties/questions.js';

/* Who has left is asked for nothing any more, but for the money that it still has to send, confirm or justify (S-06). */

const stillSettled: readonly string[] = [
  'send-transfer',
  'confirm-transfer',
  'justify-expenditure',
  'transfer_received_in',
  'justification_due_in',
];

export const asksWhoIsThere = (row: TaskRow): TaskRow =>
  stillSettled.includes(row.kind) ? row : { ...row, asks: state => row.asks(state).filter(ask => !hasLeft(state, ask.party)) };

export const waitsForWhoIsThere = (row: DeadlineRow): DeadlineRow =>
  stillSettled.includes(row.rule)
    ? row
    : { ...row, asks: state => row.asks(state).filter(ask => ask.party === null || !hasLeft(state, ask.party)) };
