import type { Evolvers } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { headOf } from '../text/questions.js';
import { stillToLookAt } from './questions.js';
import type { LookedBackOn, TransferSlice } from './slice.js';

const withTransfer = (state: PartnershipState, change: (transfer: TransferSlice) => Partial<TransferSlice>): PartnershipState =>
  state.transfer === null ? state : { ...state, transfer: { ...state.transfer, ...change(state.transfer) } };

/** What a step of the procedure does to the transfer; the phase mechanism calls it when it moves. */
export function transferOpened(state: PartnershipState, recipient: string): PartnershipState {
  const earlier = stillToLookAt(state);
  const usedUp = state.transfer?.endedWith;
  return {
    ...state,
    transfer: {
      recipient,
      status: 'open',
      reached: [],
      assessed: [],
      accepted: false,
      deedSignedBy: [],
      transferredAt: null,
      checks: [],
      ...(earlier.length === 0 ? {} : { earlier }),
      ...(usedUp === undefined ? {} : { usedUp }),
    },
  };
}

/** With the transfer ends the proposal to give it up: a yes to this one is no yes to the next (MDM-15). */
const withoutAbandoning = (state: PartnershipState): PartnershipState => ({
  ...state,
  signOffs: { ...state.signOffs, decisions: state.signOffs.decisions.filter(({ kind }) => kind !== 'abandon-transfer') },
});

export const transferEnded = (state: PartnershipState, status: 'transferred' | 'abandoned', at: string): PartnershipState =>
  withTransfer(withoutAbandoning(state), () => ({
    status,
    transferredAt: status === 'transferred' ? at : null,
    endedWith: { plan: headOf(state, 'transfer-plan')?.version ?? 0, deed: headOf(state, 'handover-deed')?.version ?? 0 },
  }));

/** The plan of this transfer is agreed by all (MDM-44). */
export const planAgreed = (state: PartnershipState): PartnershipState =>
  withTransfer(state, ({ status }) => (status === 'open' ? { planAgreed: true } : {}));

/** The parties have decided together to give this transfer up (MDM-15). */
export const abandoningAgreed = (state: PartnershipState): PartnershipState => withTransfer(state, () => ({ abandonAgreed: true }));

/** The check of the transfer that has waited for it longest. */
function lookedBack(transfer: TransferSlice, check: LookedBackOn['checks'][number]): Partial<TransferSlice> {
  const { earlier = [], checks } = transfer;
  const waiting = earlier.findIndex(one => !one.checks.includes(check));
  if (waiting < 0) return { checks: [...checks, check] };
  return { earlier: earlier.map((one, at) => (at === waiting ? { ...one, checks: [...one.checks, check] } : one)) };
}

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
  PostTransferCheckRecorded: (state, { check }) => withTransfer(state, transfer => lookedBack(transfer, check)),
};
