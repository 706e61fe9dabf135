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
  readonly abandonedBecause: FreeText | null;
  readonly milestones: readonly Pick<EventData<'TransferMilestoneReached'>, 'track' | 'milestone' | 'reachedOn' | 'evidence'>[];
  readonly readiness: readonly Pick<EventData<'TransferReadinessAssessed'>, 'party' | 'capacity' | 'structure' | 'note'>[];
  readonly accepted: { readonly party: string; readonly at: string } | null;
  readonly deedSignedBy: readonly { readonly party: string; readonly at: string }[];
  readonly checks: readonly Pick<EventData<'PostTransferCheckRecorded'>, 'check' | 'party' | 'running' | 'on' | 'note'>[];
}
