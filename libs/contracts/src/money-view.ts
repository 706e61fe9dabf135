import type { FreeText } from './fields.js';

/** Money of one partnership as the reading side tells it and a terminal shows it. Amounts are minor units of the currency. */
export interface MoneySums {
  readonly currency: string;
  readonly agreed: number;
  readonly requested: number;
  readonly paid: number;
  readonly justified: number;
  /** Paid, and its vouchers are owed past their day. */
  readonly late: number;
  /** Asked for and not arrived in time. */
  readonly delayed: number;
  readonly diverted: number;
  /** Asked for, not paid, and held back by a case or a suspension. */
  readonly frozen: number;
}

/** What one line of the budget comes to. */
export interface MoneyLine extends MoneySums {
  readonly line: string;
  /** Null for a line that no agreed budget has named. */
  readonly label: string | null;
  readonly spentBy: string | null;
  readonly overhead: boolean;
}

/** Overheads of one party: what it needs beside what the lines grant (ALE-11). */
export interface Overhead {
  readonly party: string;
  readonly currency: string;
  readonly needed: number;
  readonly granted: number;
  readonly explanation: FreeText | null;
}

/** One page of it. `Restricted` stands where the budget is kept from the reader. */
export interface MoneyView<Restricted extends object = object> {
  readonly items: readonly MoneyLine[];
  readonly totals: readonly MoneySums[];
  readonly overheads: readonly Overhead[] | Restricted;
  /** True while a case or a suspension holds every transfer back. */
  readonly held: boolean;
}
