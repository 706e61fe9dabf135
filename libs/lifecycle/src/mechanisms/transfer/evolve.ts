import type { Evolvers } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import type { TransferSlice } from './slice.js';

const withTransfer = (state: PartnershipState, change: (transfer: TransferSlice) => Partial<TransferSlice>): PartnershipState =>
  state.transfer === null ? state : { ...state, transfer: { ...state.transfer, ...change(state.transfer) } };

/** What a step of the procedure does to the transfer; the phase mechanism calls it when it moves. */
export const transferOpened = (state: PartnershipState, recipient: string): PartnershipState => ({
  ...state,
  transfer: { recipient, status: 'open', reached: [], assessed: [], accepted: false, deedSignedBy: [], transferredAt: null, checks: [] },
});

export const transferEnded = (state: PartnershipState, status: 'transferred' | 'abandoned', at: string): PartnershipState =>
  withTransfer(state, () => ({ status, transferredAt: status === 'transferred' ? at : null }));

export const transferEvolvers: Evolvers = {
  TransferMilestoneReached: (state, { track, milestone }) =>
    withTransfer(state, ({ reached }) => ({ reached: [...reached, `${track}/${milestone}`] })),
  /** A new assessment takes back an acceptance that stood on the one before. */
  TransferReadinessAssessed: (state, { party, capacity, structure }) =>
    withTransfer(state, ({ assessed, accepted }) => ({
      assessed: [...assessed.filter(one => one.party !== party), { party, capacity, structure }],
      accepted: accepted && capacity && structure,
    })),
  TransferReadinessAccepted: state => withTransfer(state, () => ({ accepted: true })),
  HandoverDeedSigned: (state, { party, hash }) =>
    withTransfer(state, ({ deedSignedBy }) => ({ deedSignedBy: [...deedSignedBy, { party, hash }] })),
  PostTransferCheckRecorded: (state, { check }) => withTransfer(state, ({ checks }) => ({ checks: [...checks, check] })),
};
