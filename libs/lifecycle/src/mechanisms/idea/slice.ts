import type { IdeaCard, TextKind } from '@palabre/contracts';

/** A project or programme that the partnership carries at present (HFA-11). */
export interface LinkedProject {
  readonly project: string;
  readonly endsOn: string | null;
}

/** An incident on the shared brand that some members have not read yet (MDM-59). */
export interface BrandIncident {
  readonly incident: string;
  readonly reportedBy: string;
  readonly readBy: readonly string[];
}

/** What is known of the partnership itself: which parts of its idea are told, what it carries, what it leaves out. */
export interface IdeaSlice {
  /** Fields of the idea that have been told; what they say stays in the events. */
  readonly told: readonly (keyof IdeaCard)[];
  /** Partnerships that the directory showed when the value of a new one was weighed (PMP-08). */
  readonly seen: readonly string[];
  readonly projects: readonly LinkedProject[];
  readonly projectsEnded: number;
  /** Texts that the parties leave out, each with a reason in its event (ALE-03). */
  readonly switchedOff: readonly TextKind[];
  /** Versions of texts on which community leaders gave their opinion, the last of each kind (AGI-32); and whether the group that voted on it withheld its consent (S-18). */
  readonly opinions: readonly { readonly kind: TextKind; readonly hash: string; readonly withoutConsent?: true }[];
  readonly incidents: readonly BrandIncident[];
}

export const noIdea: IdeaSlice = {
  told: [],
  seen: [],
  projects: [],
  projectsEnded: 0,
  switchedOff: [],
  opinions: [],
  incidents: [],
};
