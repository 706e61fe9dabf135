import type { EventAttributes, EventData } from '@palabre/contracts';
import type { Evolvers } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { breachAcknowledged } from './breaches.js';
import { commitmentCountsOf, commitmentOf, endedByEach } from './questions.js';
import type { CommitmentCounts, CommitmentSlice, OpenCommitment } from './slice.js';

const withCommitments = (state: PartnershipState, change: Partial<CommitmentSlice>): PartnershipState => ({
  ...state,
  commitments: { ...state.commitments, ...change },
});

/** An annual review has told what was delivered. */
export const deliveredTold = (state: PartnershipState): PartnershipState => withCommitments(state, { toldAtReview: endedByEach(state) });

const made = (state: PartnershipState, data: EventData<'CommitmentMade'>): PartnershipState => {
  const { commitment, owedBy, owedTo, dueOn, origin, list, milestone } = data;
  const placed = list === undefined ? {} : { list };
  return withCommitments(state, {
    open: [...state.commitments.open, { commitment, owedBy, owedTo, dueOn, origin, standing: 'open', acknowledged: false, ...placed }],
    ...(milestone === undefined ? {} : { milestones: [...(state.commitments.milestones ?? []), milestone] }),
  });
};

const changed = (state: PartnershipState, commitment: string, change: Partial<OpenCommitment>): PartnershipState =>
  withCommitments(state, { open: state.commitments.open.map(one => (one.commitment === commitment ? { ...one, ...change } : one)) });

/** Takes a commitment out of the open ones and counts how it ended. */
function closed(state: PartnershipState, commitment: string, as: keyof CommitmentCounts): PartnershipState {
  const found = commitmentOf(state, commitment);
  if (found === undefined) return state;
  const counts = commitmentCountsOf(state, found.owedBy);
  return withCommitments(state, {
    open: state.commitments.open.filter(one => one.commitment !== commitment),
    counts: { ...state.commitments.counts, [found.owedBy]: { ...counts, [as]: counts[as] + 1 } },
  });
}

/** A commitment kept in time ends its party's run of overdue ones; one kept late does not. */
const kept = (state: PartnershipState, data: EventData<'CommitmentKept'>): PartnershipState => {
  const found = commitmentOf(state, data.commitment);
  if (found === undefined) return state;
  if (found.standing !== 'open') return closed(state, data.commitment, 'late');
  const { [found.owedBy]: _ended, ...overdueRuns } = state.commitments.overdueRuns;
  return withCommitments(closed(state, data.commitment, 'kept'), { overdueRuns });
};

const overdue = (state: PartnershipState, data: EventData<'CommitmentOverdue'>, attributes: EventAttributes): PartnershipState => {
  const count = (state.commitments.overdueRuns[data.owedBy]?.count ?? 0) + 1;
  return withCommitments(changed(state, data.commitment, { standing: 'overdue', acknowledged: false }), {
    overdueRuns: { ...state.commitments.overdueRuns, [data.owedBy]: { count, lastVersion: attributes.streamversion } },
  });
};

export const commitmentEvolvers: Evolvers = {
  CommitmentMade: made,
  AdjustmentAgreed: made,
  CommitmentKept: kept,
  MilestoneReached: (state, data, attributes) => withCommitments(kept(state, data), { milestoneAt: attributes.factat }),
  DeliverableAccepted: (state, data) => {
    const counted = kept(state, data);
    return withCommitments(counted, { deliverablesAccepted: counted.commitments.deliverablesAccepted + 1 });
  },
  CommitmentOverdue: overdue,
  MilestoneMissed: (state, data, attributes) => withCommitments(overdue(state, data, attributes), { milestoneAt: attributes.factat }),
  CommitmentBreachRecorded: (state, data) => changed(state, data.commitment, { standing: 'breached', acknowledged: false }),
  GuarantorAcknowledged: (state, { commitment, party, breach }) => {
    if (breach !== undefined) return breachAcknowledged(state, commitment, party);
    return commitmentOf(state, commitment)?.standing === 'breached'
      ? closed(state, commitment, 'breached')
      : changed(state, commitment, { acknowledged: true });
  },
  CommitmentTransferred: (state, { commitment, owedBy, owedTo }) => changed(state, commitment, { owedBy, owedTo }),
  /** Dropped, it counts for and against nobody; a breach that was recorded stays one. */
  CommitmentDropped: (state, { commitment }) =>
    commitmentOf(state, commitment)?.standing === 'breached'
      ? closed(state, commitment, 'breached')
      : withCommitments(state, { open: state.commitments.open.filter(one => one.commitment !== commitment) }),
  CommitmentExcused: (state, data) => closed(state, data.commitment, 'excused'),
};
