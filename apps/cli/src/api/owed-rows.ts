import type { FreeText } from '@palabre/contracts';

/** What the reading service tells of what is owed in one partnership, as far as a terminal looks at it. */

export interface CommitmentRow {
  /** One of both names what is owed. */
  readonly commitment?: string;
  readonly transfer?: string;
  readonly owedBy: string;
  readonly owedTo: string;
  readonly what: string;
  readonly dueOn: string;
  readonly origin: string;
  readonly state: 'open' | 'late' | 'breached' | 'kept' | 'excused';
  readonly lateAt: string | null;
  readonly settledAt: string | null;
}

export interface ClauseRow {
  readonly number: string;
  readonly title: string;
  readonly textVersion: number;
  /** Null: no status point has spoken of it yet. */
  readonly state: 'kept' | 'late' | 'breached' | 'not-due' | null;
  readonly stateOn: string | null;
  readonly timesLate: number;
  readonly timesBreached: number;
}

/** Amounts are minor units of the currency. */
export interface MoneySums {
  readonly currency: string;
  readonly agreed: number;
  readonly requested: number;
  readonly paid: number;
  readonly justified: number;
  readonly late: number;
  readonly delayed: number;
  readonly diverted: number;
  readonly frozen: number;
}

export interface MoneyLine extends MoneySums {
  readonly line: string;
  readonly label: string | null;
  readonly spentBy: string | null;
  readonly overhead: boolean;
}

export interface Overhead {
  readonly party: string;
  readonly currency: string;
  readonly needed: number;
  readonly granted: number;
  readonly explanation: FreeText | null;
}

export interface MoneyView {
  readonly items: readonly MoneyLine[];
  readonly totals: readonly MoneySums[];
  /** An object where the budget is kept from the caller. */
  readonly overheads: readonly Overhead[] | object;
  readonly held: boolean;
}
