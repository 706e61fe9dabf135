import type { Localized } from '@palabre/contracts';
import { say } from '../../decision.js';
import type { PartnershipState } from '../../state.js';
import { writtenAmount } from './amount.js';
import type { OpenTransfer } from './slice.js';

/** What a transfer still waits for, and how much of it. */
interface Wait {
  readonly is: (transfer: OpenTransfer) => boolean;
  readonly open: (transfer: OpenTransfer) => number;
  readonly told: (count: number, amounts: string) => Localized;
}

const waits: readonly Wait[] = [
  {
    is: one => one.sentOn === null && one.receivedOn === null,
    open: one => one.amount,
    told: (count, amounts) =>
      say(`${count} demande(s) de fonds sans réponse : ${amounts}.`, `${count} request(s) for money without an answer: ${amounts}.`),
  },
  {
    is: one => one.sentOn !== null && one.receivedOn === null,
    open: one => one.amount,
    told: (count, amounts) =>
      say(
        `${count} transfert(s) envoyé(s) dont la réception n’est pas confirmée : ${amounts}.`,
        `${count} transfer(s) sent whose receipt is not confirmed: ${amounts}.`,
      ),
  },
  {
    is: one => one.receivedOn !== null,
    open: one => one.amount - one.justified,
    told: (count, amounts) =>
      say(
        `${count} transfert(s) reçu(s) dont l’emploi n’est pas justifié : ${amounts}.`,
        `${count} transfer(s) received whose use is not justified: ${amounts}.`,
      ),
  },
];

/** Sums by currency: amounts of two currencies are never added. */
function summed(transfers: readonly OpenTransfer[], open: Wait['open']): string {
  const sums = new Map<string, number>();
  for (const one of transfers) sums.set(one.currency, (sums.get(one.currency) ?? 0) + open(one));
  return [...sums].map(([currency, amount]) => writtenAmount(amount, currency)).join(', ');
}

/** Money that was asked for, sent or received and is not settled yet, in figures; nothing where all of it is. */
export const unsettledMoney = (state: PartnershipState): readonly Localized[] =>
  waits.flatMap(({ is, open, told }) => {
    const waiting = state.money.transfers.filter(is);
    return waiting.length === 0 ? [] : [told(waiting.length, summed(waiting, open))];
  });
