import type { ReadersByParty, Role, Side } from '@palabre/contracts';

export interface PartyState {
  readonly party: string;
  readonly side: Side;
  readonly organisation: string;
  readonly workingLanguage: string;
  /** Consent in principle (HFA-04); null until the party has spoken. */
  readonly consents: boolean | null;
  readonly standing: PartyStanding;
  /** True for who came in by being shortlisted, and not as a founder (PMP-19). */
  readonly candidate?: true;
  /** Set when it left as the host: who took over its duties. */
  readonly dutiesTo?: string;
  /** Days that the party needs to decide inside its own house (PMP-30). */
  readonly decisionDays: number;
}

/**
 * in: binds and is bound. applicant: asks to come in (PMP-21). secretariat: a third organisation that convenes and
 * records for all (PMP-24). left: reads what it lived through, and asks for nothing any more.
 */
export type PartyStanding = 'in' | 'applicant' | 'secretariat' | 'left';

/** Notice of a party that leaves (S-06). `mediation` null until somebody offered one. */
export interface Withdrawal {
  readonly withdrawal: string;
  readonly party: string;
  readonly endsAt: string;
  readonly mediation: 'offered' | 'accepted' | 'declined' | null;
}

/** A dated right of a person to act in a role for a party (S-16). `until` null is open-ended. */
export interface Mandate {
  readonly party: string;
  readonly person: string;
  readonly role: Role;
  readonly from: string;
  readonly until: string | null;
}

export interface Handover {
  readonly handover: string;
  readonly party: string;
  readonly outgoing: string;
  readonly incoming: string;
  readonly confirmedBy: readonly ('newcomer' | 'other-party')[];
}

/** A protected file (AGI-02): readers by party; a party without an entry has named nobody yet. */
export interface Protection {
  readonly by: string;
  readonly since: string;
  readonly readers: ReadersByParty;
}

export interface PartiesSlice {
  readonly members: readonly PartyState[];
  readonly mandates: readonly Mandate[];
  /** Who runs the file until an officer is designated (S-24); absent before anybody was named, and afterwards. */
  readonly holder?: { readonly party: string; readonly person: string };
  /** `since`: when this person was designated; absent in a file of before. */
  readonly officer: { readonly party: string; readonly person: string; readonly isPresident: boolean; readonly since?: string } | null;
  /** When officers can be reached and who answers otherwise, the latest word of each person (AGI-28). */
  readonly availability: readonly { readonly party: string; readonly person: string; readonly deputy: string }[];
  readonly committee: { readonly members: number; readonly announced: boolean } | null;
  readonly handovers: readonly Handover[];
  /** Handovers of the last twelve months count against continuity (MDM-10); dates as days. */
  readonly handedOverOn: readonly string[];
  readonly withdrawals: readonly Withdrawal[];
  /** Absent while the file is not protected. */
  readonly protection?: Protection;
}

export const noParties: PartiesSlice = {
  members: [],
  mandates: [],
  officer: null,
  availability: [],
  committee: null,
  handovers: [],
  handedOverOn: [],
  withdrawals: [],
};

/** A member as it enters. */
export const entered = (
  entry: Pick<PartyState, 'party' | 'side' | 'organisation' | 'workingLanguage'>,
  standing: PartyStanding = 'in',
): PartyState => ({ ...entry, consents: null, standing, decisionDays: 0 });
