import type { EventData, FreeText } from '@palabre/contracts';
import { changeWhere, filePart, type PartHandlers } from '../file-part.js';

type Made = EventData<'CommitmentMade'>;

interface CommitmentView extends Made {
  readonly state: 'open' | 'kept' | 'late' | 'breached' | 'excused' | 'dropped';
  readonly note: FreeText | null;
  readonly settledAt: string | null;
  /** Parties whose first authority took note of a breach (HFA-24). */
  readonly acknowledgedBy: readonly string[];
}

export interface CommitmentsDoc {
  readonly commitments: readonly CommitmentView[];
}

type About = {
  readonly attributes: { readonly factat: string };
  readonly data: { readonly commitment: string; readonly note?: FreeText | null; readonly reason?: FreeText };
};

const makes = (doc: CommitmentsDoc, { data }: { readonly data: Made }): CommitmentsDoc => ({
  commitments: [...doc.commitments, { ...data, state: 'open', note: null, settledAt: null, acknowledgedBy: [] }],
});

const becomes =
  (state: CommitmentView['state']) =>
  (doc: CommitmentsDoc, { data, attributes }: About): CommitmentsDoc => ({
    commitments: doc.commitments.map(one =>
      one.commitment === data.commitment
        ? { ...one, state, note: data.note ?? data.reason ?? one.note, settledAt: state === 'late' ? null : attributes.factat }
        : one,
    ),
  });

const on: PartHandlers<CommitmentsDoc> = {
  CommitmentMade: makes,
  AdjustmentAgreed: makes,
  CommitmentKept: becomes('kept'),
  MilestoneReached: becomes('kept'),
  DeliverableAccepted: becomes('kept'),
  CommitmentOverdue: becomes('late'),
  MilestoneMissed: becomes('late'),
  CommitmentBreachRecorded: becomes('breached'),
  CommitmentExcused: becomes('excused'),
  CommitmentTransferred: (doc, { data: { commitment, owedBy, owedTo } }) => ({
    commitments: changeWhere(
      doc.commitments,
      one => one.commitment === commitment,
      one => ({ ...one, owedBy, owedTo }),
    ),
  }),
  /** A breach that was recorded stays one. */
  CommitmentDropped: (doc, { data, attributes }) => ({
    commitments: changeWhere(
      doc.commitments,
      one => one.commitment === data.commitment,
      one => ({ ...one, state: one.state === 'breached' ? 'breached' : 'dropped', settledAt: attributes.factat }),
    ),
  }),
  GuarantorAcknowledged: (doc, { data }) => ({
    commitments: doc.commitments.map(one =>
      one.commitment === data.commitment ? { ...one, acknowledgedBy: [...one.acknowledgedBy, data.party] } : one,
    ),
  }),
};

export const commitmentsPart = filePart<CommitmentsDoc>('commitments', { commitments: [] }, on);
