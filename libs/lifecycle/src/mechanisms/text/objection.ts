import type { TextKind } from '@palabre/contracts';
import { outcomeOf } from '../../agreement/poll.js';
import type { PartnershipState } from '../../state.js';
import { ruleOn } from './questions.js';
import type { TextHead } from './slice.js';

/**
 * How a version stands once a party has objected to it. One objection is enough to send it back, except where the parties
 * decide by majority: there it waits for the others, or stays agreed as long as they still are one.
 */
export function afterObjection(
  state: PartnershipState,
  { kind, head }: { readonly kind: TextKind; readonly head: TextHead },
  party: string,
  at: string,
): TextHead['status'] {
  const voices = {
    yes: head.acceptedBy.filter(one => one !== party),
    no: [...head.contestedBy, party],
    askedAt: head.proposedAt,
    by: ruleOn(state, kind),
  };
  const outcome = outcomeOf(state, voices, at);
  if (outcome === 'refused') return 'contested';
  return outcome === 'agreed' && head.status === 'agreed' ? 'agreed' : 'proposed';
}
