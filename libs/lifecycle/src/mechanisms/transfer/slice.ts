/** A project on its way to its recipient, and what is looked at afterwards (MDM-44 to MDM-48). */
export interface TransferSlice {
  readonly recipient: string;
  readonly status: 'open' | 'transferred' | 'abandoned';
  /** Milestones reached, as `track/milestone`. */
  readonly reached: readonly string[];
  /** Last word of each party on the two tracks. */
  readonly assessed: readonly { readonly party: string; readonly capacity: boolean; readonly structure: boolean }[];
  readonly accepted: boolean;
  /** The parties agreed its plan: a newer version that is only proposed gives nobody back the right to leave alone. */
  readonly planAgreed?: boolean;
  /** The parties have decided together to give it up. */
  readonly abandonAgreed?: boolean;
  /** Signatures of the handover deed, each bound to the version it was given on. */
  readonly deedSignedBy: readonly { readonly party: string; readonly hash: string }[];
  readonly transferredAt: string | null;
  readonly checks: readonly ('first' | 'second')[];
  /** Earlier transfers that are still to be looked back on: a new one does not make them forgotten (MDM-48). */
  readonly earlier?: readonly LookedBackOn[];
  /** Versions of plan and deed that an earlier transfer used up: a new one is planned and signed afresh. */
  readonly usedUp?: UsedUp;
  /** Versions that this one used, set when it ends. */
  readonly endedWith?: UsedUp;
}

export interface LookedBackOn {
  readonly transferredAt: string;
  readonly checks: readonly ('first' | 'second')[];
}

export interface UsedUp {
  readonly plan: number;
  readonly deed: number;
}

export const noTransfer: TransferSlice | null = null;
