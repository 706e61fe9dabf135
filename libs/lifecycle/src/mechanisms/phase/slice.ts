import type { GateId, Phase } from '@palabre/contracts';

/** A gate that a step passed with a warning, and the phase whose tasks meet it, with the day on which that phase began. */
export interface WarnedGate {
  readonly gate: GateId;
  readonly phase: Phase;
  readonly since: string;
}

export interface PhaseSlice {
  readonly title: string;
  readonly startedAt: string | null;
  readonly signedAt: string | null;
  readonly implementationAt: string | null;
  readonly project: { readonly reference: string; readonly endsOn: string } | null;
  readonly financialFlows: boolean;
  /** Null until assessed; false when a partnership is not the right method. */
  readonly needJustified: boolean | null;
  readonly addedValueJustified: boolean | null;
  readonly typeProposed: boolean;
  readonly reviewRound: number;
  /** Anniversary from which the next review counts: start of implementation, or end of the last review. */
  readonly reviewsSince: string | null;
  readonly reviewOverdue: boolean;
  /** Phases entered so far, each once, in order. */
  readonly visited: readonly Phase[];
  readonly ideaRemindedAt: string | null;
  /** Since when the account of the actions that ended is owed (HFA-32); null, or absent, while they go on. */
  readonly accountingSince?: string | null;
  /** The body that approved the partnership has approved its end (S-12). */
  readonly endApproved: boolean;
  /** It has refused its end: it is not asked again before the parties go on together, and may still approve. */
  readonly endRefused?: boolean;
  /** The parties have decided together to end before the term (S-06); until they go on together. */
  readonly endAgreed?: boolean;
  /** Last day of the term whose actions have ended: a decision that comes after it is not an end before it (ALE-18). */
  readonly termEndsOn?: string | null;
  /** Gates passed with a warning, until a later step finds them open: what meets them stays asked for. */
  readonly warned?: readonly WarnedGate[];
}

export const noSteps: PhaseSlice = {
  title: '',
  startedAt: null,
  signedAt: null,
  implementationAt: null,
  project: null,
  financialFlows: false,
  needJustified: null,
  addedValueJustified: null,
  typeProposed: false,
  reviewRound: 0,
  reviewsSince: null,
  reviewOverdue: false,
  visited: [],
  ideaRemindedAt: null,
  endApproved: false,
};
