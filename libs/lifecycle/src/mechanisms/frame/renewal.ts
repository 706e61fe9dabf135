import { hasCome } from '../../calendar/reminder.js';
import { after } from '../../calendar/span.js';
import { asksFor, figureOf } from '../../practices.js';
import { hasEnded, type PartnershipState } from '../../state.js';
import { confirmedRedLines } from '../line/questions.js';
import { partyNames, withdrawalOf } from '../parties/questions.js';
import { accountOwedBy, reportAccepted } from '../sign-off/questions.js';
import { openProposalOf } from './questions.js';

/* Good governance leads to renewal: once the account is rendered and approved, both sides are asked to think of it (HFA-38). */

/** True when this party has said since the closing that it would go on. */
const hasProposedSince = (state: PartnershipState, party: string): boolean =>
  state.frame.proposals.some(open => open.kind === 'renewal' && open.proposedBy === party && open.askedAt >= state.phaseSince);

/** One proposal is answered by the others while the partnership lives; after its closing each side says its own word. */
export const renewalIsProposed = (state: PartnershipState, party: string): boolean =>
  hasEnded(state) ? hasProposedSince(state, party) : openProposalOf(state, 'renewal') !== undefined;

/** Until when a closed partnership hears of renewal; null in an open one, and where the charter gives no time for it. */
export function renewalHeardUntil(state: PartnershipState): string | null {
  const days = figureOf(state, 'renewal_heard_after_closing_days');
  return hasEnded(state) && days !== null && days > 0 ? after(state.phaseSince, { days }) : null;
}

const isTimeForIt = (state: PartnershipState): boolean => {
  if (!hasEnded(state)) return state.phase === 'after';
  const until = renewalHeardUntil(state);
  const isClean = state.standing === 'closed' && confirmedRedLines(state).length === 0;
  return isClean && until !== null && !hasCome(until, state.calendar.now);
};

/** Parties that are asked to propose the renewal; who announced that it leaves is not asked to go on. */
export const renewalAskedOf = (state: PartnershipState): readonly string[] =>
  isTimeForIt(state) && asksFor(state, 'renewalAsked') && reportAccepted(state) && accountOwedBy(state).length === 0
    ? partyNames(state).filter(party => !renewalIsProposed(state, party) && withdrawalOf(state, party) === undefined)
    : [];
