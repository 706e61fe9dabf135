import type { CommandData, FreeText, PolicyOverride, Role } from '@palabre/contracts';

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
  /** Parties that said no; by majority the others may still decide. */
  readonly declinedBy: readonly string[];
  /** Parties that the table of decisions names for this matter; everybody when it is absent (AGI-19). */
  readonly deciders?: readonly string[];
  /** The hierarchy of every party accepts it, the proposer's too: a clause is touched (AGI-30). */
  readonly binding?: true;
  /** A decision of one party that falls when this one is taken (AGI-22). */
  readonly overrules?: string;
  /** Parties whose declared limits it crosses, which everybody is shown before voting (PMP-26). */
  readonly limitsOf?: readonly string[];
  /** Kept for overrides alone: the rule that would change, and the reason that is published with it (PMP-59). */
  readonly override: (PolicyOverride & { readonly reason: FreeText }) | null;
}

/** A body whose members vote one by one. Members of several parties make a shared governance (MDM-60). */
export interface VotingBody {
  readonly body: Role;
  readonly party: string;
  readonly members: readonly { readonly party: string; readonly person: string }[];
  readonly quorum: number;
}

/** A voice on something that is not decided yet. */
export interface CastVote {
  /** The body that votes, and the party whose body it is. */
  readonly body: Role;
  readonly of: string;
  readonly subject: string;
  readonly person: string;
  readonly verdict: 'grant' | 'refuse';
}

/** How an assembly has answered a version of the final report. */
export interface AssemblyAnswer extends BoundTo {
  readonly party: string;
  readonly verdict: 'approved' | 'returned';
}

/** Decisions proposed in one month (YYYY-MM), by party (MDM-23). */
export interface ProposedMonth {
  readonly month: string;
  readonly by: Readonly<Record<string, number>>;
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
  /** Agreed changes of scope (PMP-42), and releases outside that everybody approved (HFA-36), by id. The last hundred. */
  readonly scopeChanges?: readonly string[];
  readonly releases?: readonly string[];
  /** Decisions proposed month by month; absent before any. */
  readonly proposed?: readonly ProposedMonth[];
  /** Values of the policy that the parties have adapted for this partnership, each once, last word counts. */
  readonly overrides: readonly PolicyOverride[];
  readonly assembly: readonly AssemblyAnswer[];
  readonly bodies: readonly VotingBody[];
  readonly votes: readonly CastVote[];
  /** Parties whose first authority has declared the account rendered. */
  readonly accountRenderedBy: readonly string[];
  /** Version of the final report that an earlier end used: the next end is reported on by a later one. */
  readonly earlierReport?: number;
  /** The body that validated what was signed, whatever is asked of it afterwards: it approves the end too (S-12). */
  readonly validatedBy?: Role;
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
  bodies: [],
  votes: [],
  accountRenderedBy: [],
};
