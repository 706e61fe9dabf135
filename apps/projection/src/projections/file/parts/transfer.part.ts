import type { EventData, FreeText } from '@palabre/contracts';
import { changeWhere, filePart, told, type PartHandlers } from '../file-part.js';

type Signed = EventData<'HandoverDeedSigned'> & { readonly at: string };

/** A project on its way to its recipient, and what was found when one looked back (MDM-44 to MDM-48). */
interface TransferProject {
  readonly object: EventData<'TransferProjectOpened'>['object'];
  readonly recipient: string;
  readonly state: 'open' | 'transferred' | 'abandoned';
  readonly openedAt: string;
  readonly endedAt: string | null;
  /** When the transfer before this one ended: its plan and deed were used up then; absent for the first. */
  readonly earlierEndedAt?: string;
  readonly abandonedBecause: FreeText | null;
  readonly milestones: readonly EventData<'TransferMilestoneReached'>[];
  /** Last word of each party on the two tracks. */
  readonly readiness: readonly (EventData<'TransferReadinessAssessed'> & { readonly at: string })[];
  /** The recipient's word that it is ready; it falls when a party says afterwards that one track is not. */
  readonly accepted: (EventData<'TransferReadinessAccepted'> & { readonly at: string }) | null;
  readonly deedSignedBy: readonly Signed[];
  readonly checks: readonly EventData<'PostTransferCheckRecorded'>[];
}

export interface TransferDoc {
  /** The newest project; one that was abandoned before it is in the timeline. */
  readonly project: TransferProject | null;
}

const change = (doc: TransferDoc, next: (project: TransferProject) => Partial<TransferProject>): TransferDoc =>
  doc.project === null ? doc : { project: { ...doc.project, ...next(doc.project) } };

const opens = (data: EventData<'TransferProjectOpened'>, at: string): TransferProject => ({
  object: data.object,
  recipient: data.recipient,
  state: 'open',
  openedAt: at,
  endedAt: null,
  abandonedBecause: null,
  milestones: [],
  readiness: [],
  accepted: null,
  deedSignedBy: [],
  checks: [],
});

const on: PartHandlers<TransferDoc> = {
  TransferProjectOpened: ({ project }, event) => ({
    project: { ...opens(event.data, told(event).at), ...(project?.endedAt && { earlierEndedAt: project.endedAt }) },
  }),
  TransferMilestoneReached: (doc, { data }) => change(doc, one => ({ milestones: [...one.milestones, data] })),
  TransferReadinessAssessed: (doc, event) =>
    change(doc, ({ readiness, accepted }) => {
      const word = { ...event.data, at: told(event).at };
      const known = readiness.some(one => one.party === word.party);
      return {
        readiness: known
          ? changeWhere(
              readiness,
              one => one.party === word.party,
              () => word,
            )
          : [...readiness, word],
        accepted: word.capacity && word.structure ? accepted : null,
      };
    }),
  TransferReadinessAccepted: (doc, event) => change(doc, () => ({ accepted: { ...event.data, at: told(event).at } })),
  HandoverDeedSigned: (doc, event) => change(doc, one => ({ deedSignedBy: [...one.deedSignedBy, { ...event.data, at: told(event).at }] })),
  PostTransferCheckRecorded: (doc, { data }) => change(doc, one => ({ checks: [...one.checks, data] })),
  ProjectTransferred: (doc, event) => change(doc, () => ({ state: 'transferred', endedAt: told(event).at })),
  TransferAbandoned: (doc, event) =>
    change(doc, () => ({ state: 'abandoned', endedAt: told(event).at, abandonedBecause: event.data.reason })),
};

export const transferPart = filePart<TransferDoc>('transfer', { project: null }, on);
