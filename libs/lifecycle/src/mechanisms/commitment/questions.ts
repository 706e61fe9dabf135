import type { EventData } from '@palabre/contracts';
import type { PartnershipState } from '../../state.js';
import { partyNames } from '../parties/questions.js';
import type { CommitmentCounts, OpenCommitment } from './slice.js';

export const openCommitments = (state: PartnershipState): readonly OpenCommitment[] => state.commitments.open;

export const commitmentOf = (state: PartnershipState, commitment: string): OpenCommitment | undefined =>
  state.commitments.open.find(one => one.commitment === commitment);

export const deliverablesAccepted = (state: PartnershipState): number => state.commitments.deliverablesAccepted;

const nothing: CommitmentCounts = { kept: 0, late: 0, breached: 0, excused: 0 };

/** How the closed commitments of a party ended. */
export const commitmentCountsOf = (state: PartnershipState, party: string): CommitmentCounts => state.commitments.counts[party] ?? nothing;

/** Parties with two commitments or more overdue one after the other (MDM-70), with the stream version of the last. */
export const partiesOverdueInARow = (state: PartnershipState): readonly { readonly party: string; readonly lastVersion: number }[] =>
  Object.entries(state.commitments.overdueRuns)
    .filter(([, run]) => run.count >= 2)
    .map(([party, run]) => ({ party, lastVersion: run.lastVersion }));

/** What each party has delivered so far and still owes: the joint reflection begins with it, for both sides alike (ALE-45). */
export const deliveredByEach = (state: PartnershipState): NonNullable<EventData<'AnnualReviewOpened'>['delivered']> =>
  partyNames(state).map(party => {
    const standing = (as: OpenCommitment['standing']): number =>
      state.commitments.open.filter(one => one.owedBy === party && one.standing === as).length;
    const counts = commitmentCountsOf(state, party);
    return { party, ...counts, breached: counts.breached + standing('breached'), open: standing('open'), overdue: standing('overdue') };
  });
