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

/** Parties with promises whose day is over, and how many; a breach stays until it is acknowledged (HFA-24). */
export const latePromises = (state: PartnershipState): readonly { readonly party: string; readonly count: number }[] =>
  partyNames(state)
    .map(party => ({ party, count: state.commitments.open.filter(one => one.owedBy === party && one.standing !== 'open').length }))
    .filter(({ count }) => count > 0);

/** How the commitments of a party ended since its beginning; a breach counts from the day it is recorded. */
const endedOf = (state: PartnershipState, party: string): CommitmentCounts => {
  const counts = commitmentCountsOf(state, party);
  const recorded = state.commitments.open.filter(one => one.owedBy === party && one.standing === 'breached').length;
  return { ...counts, breached: counts.breached + recorded };
};

/** The same for everybody: what the next review does not tell again. */
export const endedByEach = (state: PartnershipState): Readonly<Record<string, CommitmentCounts>> =>
  Object.fromEntries(partyNames(state).map(party => [party, endedOf(state, party)]));

/** What each party delivered since the last review and still owes: the joint reflection begins with it, for both sides alike (ALE-45). */
export const deliveredByEach = (state: PartnershipState): NonNullable<EventData<'AnnualReviewOpened'>['delivered']> =>
  partyNames(state).map(party => {
    const standing = (as: OpenCommitment['standing']): number =>
      state.commitments.open.filter(one => one.owedBy === party && one.standing === as).length;
    const [ended, told] = [endedOf(state, party), state.commitments.toldAtReview?.[party] ?? nothing];
    return {
      party,
      kept: ended.kept - told.kept,
      late: ended.late - told.late,
      breached: ended.breached - told.breached,
      excused: ended.excused - told.excused,
      open: standing('open'),
      overdue: standing('overdue'),
    };
  });
