import type { EventData, FreeText, IdeaCard } from '@palabre/contracts';

/** What the idea of a file tells; `problem` is what every summary says first (PMP-56). */
export type IdeaView = Pick<IdeaCard, 'problem' | 'natures' | 'goals' | 'peopleConcerned' | 'horizonYears' | 'themes'> & {
  readonly project?: { readonly population?: string } | null;
};

/** Meetings that were held, as far as a terminal looks at them. */
export interface MeetingsView {
  readonly held: readonly { readonly heldOn: string }[];
}

/** What the parties decided at the end of the first phase (PMP-60). */
export type EstablishmentView = Pick<EventData<'EstablishmentDecided'>, 'outcome' | 'prolongedUntil'> & { readonly at: string };

/** A project on its way to its recipient, and what was found when one looked back (MDM-44 to MDM-48). */
export interface TransferView {
  readonly object: EventData<'TransferProjectOpened'>['object'];
  readonly recipient: string;
  readonly state: 'open' | 'transferred' | 'abandoned';
  readonly openedAt: string;
  readonly endedAt: string | null;
  /** When the transfer before this one ended. */
  readonly earlierEndedAt?: string;
  readonly abandonedBecause: FreeText | null;
  readonly milestones: readonly Pick<EventData<'TransferMilestoneReached'>, 'track' | 'milestone' | 'reachedOn' | 'evidence'>[];
  readonly readiness: readonly Pick<EventData<'TransferReadinessAssessed'>, 'party' | 'capacity' | 'structure' | 'note'>[];
  readonly accepted: { readonly party: string; readonly at: string } | null;
  readonly deedSignedBy: readonly { readonly party: string; readonly at: string }[];
  readonly checks: readonly Pick<EventData<'PostTransferCheckRecorded'>, 'check' | 'party' | 'running' | 'on' | 'note'>[];
}

/** How the file ended. */
export interface EndView {
  /** What the closure scored, each by itself, in hundredths; null for what nobody was asked (AGI-10). */
  readonly scores?: { readonly network: number | null; readonly results: number | null };
}

/** A strength of a party, who named it, and the activities that use it (AGI-18). */
export interface NamedStrength {
  readonly of: string;
  readonly what: string;
  readonly namedBy: readonly string[];
  readonly activities: readonly string[];
}
