import { policyOf, type PartnershipState } from '../../state.js';
import { underProposedType } from '../frame/questions.js';

/** What bodies vote on, by name. A case is voted on again once it was decided: whether what it brought is over. */
export const ballotOn = {
  strategic: (hash: string) => `strategic/${hash}`,
  assembly: (party: string, hash: string) => `assembly/${party}/${hash}`,
  line: (id: string) => `line/${id}`,
  end: () => 'end',
} as const;

const withSignOffs = (state: PartnershipState, change: Partial<PartnershipState['signOffs']>): PartnershipState => ({
  ...state,
  signOffs: { ...state.signOffs, ...change },
});

/* What an outcome does to the voices that led to it; the mechanism whose outcome it is calls this. */

/** A decided matter needs its voices no more, and a matter that is gone is decided by nobody. */
export const ballotClosed = (state: PartnershipState, subject: string): PartnershipState =>
  state.signOffs.votes.some(vote => vote.subject === subject)
    ? withSignOffs(state, { votes: state.signOffs.votes.filter(vote => vote.subject !== subject) })
    : state;

/** The body that validated what is signed is remembered, whatever is asked of it later (S-12). */
export function validatedForLife(state: PartnershipState): PartnershipState {
  if (state.signOffs.strategic?.status !== 'granted') return state;
  const named = [state, underProposedType(state)].map(one => policyOf(one).authorities.strategicValidation);
  const validatedBy = named.find(body => body !== null);
  return validatedBy === undefined ? state : withSignOffs(state, { validatedBy });
}
