import type { FreeText, Money } from '@palabre/contracts';
import { filePart, type PartHandlers } from '../file-part.js';

interface TransferView {
  readonly transfer: string;
  readonly line: string;
  readonly value: Money;
  readonly from: string;
  readonly to: string;
  readonly state: 'requested' | 'received' | 'delayed' | 'cancelled';
  readonly requestedAt: string;
  /** Day on which the payer says it was sent; null where the payer itself asked for it, or has not said so. */
  readonly sentOn: string | null;
  readonly receivedOn: string | null;
  /** Sum of what was justified, minor units of the transfer's currency. */
  readonly justified: number;
  readonly justifiedLate: boolean;
  readonly justificationOverdue: boolean;
  readonly vouchers: readonly string[];
}

export interface MoneyDoc {
  readonly transfers: readonly TransferView[];
  readonly diversions: readonly {
    readonly transfer: string;
    readonly line: string;
    readonly value: Money;
    readonly reason: FreeText;
    readonly at: string;
  }[];
  /** Cases that freeze transfers now; none means that money may flow. */
  readonly frozenBy: readonly string[];
}

const change = (doc: MoneyDoc, transfer: string, next: (view: TransferView) => TransferView): MoneyDoc => ({
  ...doc,
  transfers: doc.transfers.map(one => (one.transfer === transfer ? next(one) : one)),
});

const on: PartHandlers<MoneyDoc> = {
  FundTransferRequested: (doc, { data, attributes }) => ({
    ...doc,
    transfers: [
      ...doc.transfers,
      {
        ...data,
        state: 'requested',
        requestedAt: attributes.factat,
        sentOn: null,
        receivedOn: null,
        justified: 0,
        justifiedLate: false,
        justificationOverdue: false,
        vouchers: [],
      },
    ],
  }),
  FundTransferSent: (doc, { data }) => change(doc, data.transfer, one => ({ ...one, sentOn: data.sentOn })),
  FundTransferCancelled: (doc, { data }) => change(doc, data.transfer, one => ({ ...one, state: 'cancelled' })),
  FundTransferCompleted: (doc, { data }) => change(doc, data.transfer, one => ({ ...one, state: 'received', receivedOn: data.receivedOn })),
  FundTransferDelayed: (doc, { data }) => change(doc, data.transfer, one => ({ ...one, state: 'delayed' })),
  ExpenditureJustified: (doc, { data }) =>
    change(doc, data.transfer, one => ({
      ...one,
      justified: one.justified + data.value.amount,
      justifiedLate: one.justifiedLate || data.late,
      justificationOverdue: one.justificationOverdue && one.justified + data.value.amount < one.value.amount,
      vouchers: [...one.vouchers, ...data.vouchers],
    })),
  JustificationOverdue: (doc, { data }) => change(doc, data.transfer, one => ({ ...one, justificationOverdue: true })),
  FundDiversionFlagged: (doc, { data, attributes }) => ({ ...doc, diversions: [...doc.diversions, { ...data, at: attributes.factat }] }),
  FundTransfersFrozen: (doc, { data }) => ({ ...doc, frozenBy: [...new Set([...doc.frozenBy, data.case])] }),
  FundTransfersReleased: (doc, { data }) => ({ ...doc, frozenBy: doc.frozenBy.filter(one => one !== data.case) }),
};

export const moneyPart = filePart<MoneyDoc>('money', { transfers: [], diversions: [], frozenBy: [] }, on);
