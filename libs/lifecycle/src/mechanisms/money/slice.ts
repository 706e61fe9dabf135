/** A transfer that is not yet fully justified. Amounts are integers in minor units of `currency`. */
export interface OpenTransfer {
  readonly transfer: string;
  readonly line: string;
  readonly amount: number;
  readonly currency: string;
  readonly from: string;
  readonly to: string;
  /** Who asked for it: this person never confirms it (four eyes). */
  readonly requestedBy: string;
  readonly requestedAt: string;
  /** Announced by who pays, while nobody asked: it is late on the payer's side alone (ALE-12). */
  readonly byPayer?: true;
  /** Calendar day on which the payer says it sent the money; null until it has said so. */
  readonly sentOn: string | null;
  /** Calendar day of receipt; null until the receiving party has confirmed it. */
  readonly receivedOn: string | null;
  readonly justified: number;
  /** Not received in time (ALE-12). */
  readonly delayed: boolean;
  /** Not justified in time (HFA-20). */
  readonly overdue: boolean;
}

/** What a budget line has seen, over the whole life of the partnership; integers in minor units. */
export interface LineTotals {
  readonly line: string;
  readonly currency: string;
  /** Requested and paid together: what the agreed amount must cover. */
  readonly committed: number;
  readonly paid: number;
  readonly justified: number;
}

/** A use of funds outside their line, to be looked into by the people who handle cases (HFA-19, C-19). */
export interface Diversion {
  readonly transfer: string;
  readonly line: string;
  readonly flaggedBy: string;
  /** The party that spent. */
  readonly about: string;
  readonly flaggedAt: string;
}

export interface MoneySlice {
  readonly transfers: readonly OpenTransfer[];
  readonly totals: readonly LineTotals[];
  /** Cases that hold every transfer back (MDM-65); empty when money may flow. */
  readonly frozenBy: readonly string[];
  readonly diversions: readonly Diversion[];
  readonly counts: {
    readonly requested: number;
    readonly settled: number;
    readonly delayed: number;
    readonly lateJustifications: number;
  };
}

export const noMoney: MoneySlice = {
  transfers: [],
  totals: [],
  frozenBy: [],
  diversions: [],
  counts: { requested: 0, settled: 0, delayed: 0, lateJustifications: 0 },
};
