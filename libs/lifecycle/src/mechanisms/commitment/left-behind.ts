import { fact, type Fact } from '@palabre/contracts';
import type { Consequence } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { hasLeft, successorOf } from '../parties/questions.js';
import type { OpenCommitment } from './slice.js';

/** Who stands in the place of a party: itself, or who took over its duties; null where nobody did. */
const inPlaceOf = (state: PartnershipState, party: string): string | null => (hasLeft(state, party) ? successorOf(state, party) : party);

/** A promise between two others goes on; what one would owe to itself, or a breach that is recorded, is not carried over. */
function endOf(state: PartnershipState, one: OpenCommitment, left: string): Fact {
  const [owedBy, owedTo] = [inPlaceOf(state, one.owedBy), inPlaceOf(state, one.owedTo)];
  const goesOn = owedBy !== null && owedTo !== null && owedBy !== owedTo && one.standing !== 'breached';
  return goesOn
    ? fact('CommitmentTransferred', { commitment: one.commitment, left, owedBy, owedTo })
    : fact('CommitmentDropped', { commitment: one.commitment, left });
}

/** What a party that left owed, or was owed, waits for nobody: it is taken over with its duties, or dropped (S-06, C-15). */
export const leftBehind: Consequence = state => {
  for (const one of state.commitments.open) {
    const left = [one.owedBy, one.owedTo].find(party => hasLeft(state, party));
    if (left !== undefined) return [endOf(state, one, left)];
  }
  return [];
};
