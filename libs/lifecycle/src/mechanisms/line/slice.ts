import type { EventData, LineConsequence } from '@palabre/contracts';

export type MitigationSteps = EventData<'MitigationPlanProposed'>['steps'];

/** A plan that waits for the other parties. Its steps leave the state once agreed: they live on as commitments. */
export interface ProposedPlan {
  readonly proposedBy: string;
  readonly proposedByPerson: string;
  readonly acceptedBy: readonly string[];
  readonly steps: MitigationSteps;
}

/** A line that was raised and not closed. */
export interface LineCase {
  readonly case: string;
  readonly line: string;
  readonly colour: 'red' | 'orange';
  readonly about: string;
  readonly raisedBy: string;
  readonly raisedByPerson: string;
  readonly raisedAt: string;
  /** Diversions about the same party that nobody had looked into when it was raised; absent where there was none. */
  readonly examines?: readonly string[];
  readonly heard: boolean;
  /** Orange: the plan on the table, and the moment when one was agreed. */
  readonly plan: ProposedPlan | null;
  readonly planAgreedAt: string | null;
  /** Red: set when the deciding body has confirmed the breach. */
  readonly confirmed: LineConsequence | null;
}

export interface LineSlice {
  readonly cases: readonly LineCase[];
  /** Cases that hold the partnership suspended. */
  readonly suspending: readonly string[];
  /** When each line was last raised about each party: tells which concerns were followed up. */
  readonly lastRaised: readonly { readonly line: string; readonly about: string; readonly at: string }[];
  /** Parties that have declared limits of their own (C-03), with how many. */
  readonly limits: readonly { readonly party: string; readonly count: number }[];
  readonly closed: number;
}

export const noLines: LineSlice = { cases: [], suspending: [], lastRaised: [], limits: [], closed: 0 };
