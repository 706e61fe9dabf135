import type { Role, Side } from '@palabre/contracts';

export interface PartyState {
  readonly party: string;
  readonly side: Side;
  readonly organisation: string;
  readonly workingLanguage: string;
  /** Consent in principle (HFA-04); null until the party has spoken. */
  readonly consents: boolean | null;
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

export interface PartiesSlice {
  readonly members: readonly PartyState[];
  readonly mandates: readonly Mandate[];
  readonly officer: { readonly party: string; readonly person: string; readonly isPresident: boolean } | null;
  readonly committee: { readonly members: number; readonly announced: boolean } | null;
  readonly handovers: readonly Handover[];
  /** Handovers of the last twelve months count against continuity (MDM-10); dates as days. */
  readonly handedOverOn: readonly string[];
}

export const noParties: PartiesSlice = { members: [], mandates: [], officer: null, committee: null, handovers: [], handedOverOn: [] };
