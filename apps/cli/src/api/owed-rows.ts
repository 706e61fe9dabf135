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
  readonly state: 'open' | 'late' | 'breached' | 'kept' | 'excused' | 'dropped';
  readonly lateAt: string | null;
  readonly settledAt: string | null;
}

export interface ClauseRow {
  readonly number: string;
  readonly title: string;
  readonly textVersion: number;
  /** Null: no status point has spoken of it yet. */
  readonly state: 'kept' | 'at-risk' | 'late' | 'breached' | 'not-due' | null;
  readonly stateOn: string | null;
  readonly timesLate: number;
  readonly timesBreached: number;
}
