import type { EntityKind, DocumentKind, EventData, ProfileLevel, Role } from '@palabre/contracts';
import { emptyStream, type OwnedState } from '../streams/stream-state.js';

/** Somebody who acts for the organisation, from a day to a day (S-16). */
export interface OrganisationMandate {
  readonly mandate: string;
  readonly person: string;
  readonly role: Role;
  readonly from: string;
  readonly until: string | null;
  readonly deputy: boolean;
}

/** A resemblance that waits for somebody's look. */
export interface OpenHit {
  readonly hit: string;
  readonly subject: string;
  readonly entry: string;
  readonly screenedBy: string;
}

/** A resemblance that was looked at and found false, until a day or for ever. */
export interface FalseMatch {
  readonly subject: string;
  readonly entry: string;
  readonly until: string | null;
}

export interface CountryTeam {
  readonly team: string;
  /** When it was named, or reviewed last. */
  readonly since: string;
  readonly round: number;
  readonly owes: boolean;
  /** Whether its officer still has to say if the means were there (ALE-61). */
  readonly owesMeans: boolean;
}

/** What rules ask about an organisation of the register. Its name and what it answered stay in the events. */
export interface OrganisationState extends OwnedState {
  readonly profile: {
    readonly kind: EntityKind;
    readonly sector: EventData<'OrganisationRegistered'>['sector'];
    readonly country: string;
    readonly workingLanguages: readonly string[];
    readonly funding: EventData<'OrganisationRegistered'>['funding'];
    readonly documents: readonly DocumentKind[];
    /** What the register asks and does not know yet (ALE-02, HFA-07). */
    readonly toComplete: readonly ('level' | 'subKind')[];
  } | null;
  readonly donor: boolean;
  readonly mandates: readonly OrganisationMandate[];
  readonly openHits: readonly OpenHit[];
  readonly falseMatches: readonly FalseMatch[];
  readonly confirmedMatches: readonly string[];
  readonly kept: readonly { readonly question: string; readonly until: string }[];
  readonly publicProfile: { readonly consented: ProfileLevel | null; readonly published: ProfileLevel | null };
  readonly teams: readonly CountryTeam[];
  /** Open actions of the teams' plans; what they cite stays in the events (ALE-40). */
  readonly improvements: readonly { readonly action: string; readonly team: string; readonly dueOn: string }[];
  /** Yearly reviews of procedures: counted from the first country team on (ALE-55). */
  readonly procedures: { readonly since: string; readonly owed: readonly number[]; readonly reviewed: readonly number[] } | null;
  /** `nextDueAt` is null where reports were published and none is promised. */
  readonly account: { readonly nextDueAt: string | null; readonly owed: readonly number[]; readonly published: readonly number[] } | null;
}

/** The organisation itself owns its stream, from before the first event. */
export const emptyOrganisation = (id: string): OrganisationState => ({
  ...emptyStream(id),
  owner: id,
  profile: null,
  donor: false,
  mandates: [],
  openHits: [],
  falseMatches: [],
  confirmedMatches: [],
  kept: [],
  publicProfile: { consented: null, published: null },
  teams: [],
  improvements: [],
  procedures: null,
  account: null,
});
