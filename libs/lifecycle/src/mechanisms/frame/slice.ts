import type {
  EstablishmentOutcome,
  ExclusionGround,
  FrameKind,
  FreeText,
  GateId,
  Intensity,
  LeadershipPosition,
  PartnershipPolicy,
  RenewedTerm,
  Secretariat,
  TextKind,
} from '@palabre/contracts';
import type { Verdict } from '../../agreement/decision-rule.js';

/** What each kind of proposal would bring about, kept until everybody has answered. */
export interface FrameEffects {
  readonly type: { readonly to: string; readonly policy: PartnershipPolicy };
  readonly leadership: { readonly position: LeadershipPosition };
  readonly accession: { readonly applicant: { readonly party: string; readonly organisation: string; readonly workingLanguage: string } };
  readonly secretariat: { readonly secretariat: Secretariat };
  readonly renewal: { readonly term: RenewedTerm };
  readonly emergency: { readonly reason: FreeText };
  readonly establishment: { readonly outcome: EstablishmentOutcome; readonly prolongedUntil: string | null };
  readonly protection: { readonly reason: FreeText };
  readonly exclusion: { readonly excluded: string; readonly because: ExclusionGround };
}

/** A proposal that still waits for somebody. */
export type OpenProposal<K extends FrameKind = FrameKind> = {
  [Kind in K]: {
    readonly proposal: string;
    readonly kind: Kind;
    readonly proposedBy: string;
    readonly proposedByPerson: string;
    readonly askedAt: string;
    readonly verdicts: readonly Verdict[];
    readonly effect: FrameEffects[Kind];
  };
}[K];

/** What the organisation that asks to come in has done so far (PMP-21). */
export interface ApplicantState {
  readonly party: string;
  readonly answered: boolean;
  readonly rulesAcceptedAt: string | null;
}

/** The short path of S-19: open until `endsAt`; gates passed over are owed until `catchUpBy`. */
export interface Emergency {
  readonly endsAt: string;
  readonly catchUpBy: string;
  readonly open: boolean;
  readonly owed: readonly GateId[];
  /** The time to make up is over: what is still owed holds every step. */
  readonly missed: boolean;
}

export interface Membership {
  readonly delegate: string;
  readonly since: string;
  readonly renewals: number;
  readonly reviewOn: string;
}

export interface FrameSlice {
  readonly proposals: readonly OpenProposal[];
  readonly applicant: ApplicantState | null;
  readonly leadership: { readonly position: LeadershipPosition; readonly catchUpDone: boolean } | null;
  readonly secretariat: Secretariat | null;
  readonly emergency: Emergency | null;
  readonly intensity: { readonly level: Intensity; readonly since: string } | null;
  readonly bridgeSince: string | null;
  readonly membership: Membership | null;
  /** Since when the partnership is to be given a lasting form and its results measured (PMP-61). */
  readonly lastingSince?: string;
  /** Texts agreed for that since. */
  readonly lastingTexts?: readonly TextKind[];
  /** Outcome of the first phase (PMP-60); a prolonged one is asked again at its end. */
  readonly establishment: { readonly outcome: EstablishmentOutcome; readonly until: string | null } | null;
}

export const noFrame: FrameSlice = {
  proposals: [],
  applicant: null,
  leadership: null,
  secretariat: null,
  emergency: null,
  intensity: null,
  bridgeSince: null,
  membership: null,
  establishment: null,
};
