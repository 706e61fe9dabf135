import type { CommandData, FreeText, GateId, GateStrength } from '@palabre/contracts';

/** The exact text that an approval binds to. */
export interface BoundTo {
  readonly version: number;
  readonly hash: string;
}

export interface Signature extends BoundTo {
  readonly party: string;
  readonly person: string;
}

/** Where the validation by the strategic body stands, for one version of the agreement (MDM-61). */
export interface StrategicValidation extends BoundTo {
  readonly status: 'requested' | 'granted' | 'refused';
  readonly requestedBy: string;
  readonly requestedAt: string;
}

/** A joint decision that still waits for somebody. */
export interface OpenDecision {
  readonly decision: string;
  readonly kind: CommandData<'ProposeDecision'>['kind'];
  readonly proposedBy: string;
  readonly proposedByPerson: string;
  readonly proposedAt: string;
  readonly acceptedBy: readonly string[];
  /** Kept for overrides alone: the rule that would change, and the reason that is published with it (PMP-59). */
  readonly override: { readonly gate: GateId; readonly strength: GateStrength; readonly reason: FreeText } | null;
}

/** How an assembly has answered a version of the final report. */
export interface AssemblyAnswer extends BoundTo {
  readonly party: string;
  readonly verdict: 'approved' | 'returned';
}

export interface SignOffSlice {
  /** Parties that confirmed that they took part in co-construction. */
  readonly coConstructionBy: readonly string[];
  readonly signatures: readonly Signature[];
  /** A refusal holds against its version: only a new one can be signed. */
  readonly refusal: (BoundTo & { readonly party: string }) | null;
  readonly strategic: StrategicValidation | null;
  readonly decisions: readonly OpenDecision[];
  /** Changes agreed so far, by id: what excuses a commitment (C-06). The last hundred. */
  readonly agreedChanges: readonly string[];
  /** Gates whose strength the parties have adapted for this partnership, each once, last word counts. */
  readonly overrides: readonly { readonly gate: GateId; readonly strength: GateStrength }[];
  readonly assembly: readonly AssemblyAnswer[];
  /** Parties whose first authority has declared the account rendered. */
  readonly accountRenderedBy: readonly string[];
}

export const noSignOffs: SignOffSlice = {
  coConstructionBy: [],
  signatures: [],
  refusal: null,
  strategic: null,
  decisions: [],
  agreedChanges: [],
  overrides: [],
  assembly: [],
  accountRenderedBy: [],
};
