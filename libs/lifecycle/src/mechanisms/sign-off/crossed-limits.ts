import type { CommandData, Refusal } from '@palabre/contracts';
import { dayOf } from '../../calendar/span.js';
import type { Moment } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { partyNames } from '../parties/questions.js';
import { crossesLimit, limitsNotWeighed, noSuchLimit, notAskedYet } from './limit-refusals.js';

type Asked = CommandData<'ProposeDecision'>;

/** Parties beside this one that have told the others how far they can go. */
const othersWithLimits = (state: PartnershipState, party: string): readonly string[] =>
  state.lines.limits.filter(one => one.party !== party && partyNames(state).includes(one.party)).map(one => one.party);

/**
 * What is wrong with what a proposal says of declared limits, or null (PMP-26). Each one named was declared, and who
 * declared it was asked before. Where the charter asks for limits, a proposal says which it crosses, or that it crosses none.
 */
export function wrongAboutLimits(state: PartnershipState, { crosses }: Asked, { now, party }: Moment): Refusal | null {
  if (crosses === undefined) {
    const others = policyOf(state).switches.ownLimits === 'required' ? othersWithLimits(state, party.party) : [];
    return others.length === 0 ? null : limitsNotWeighed(others);
  }
  const unknown = crosses.find(one => !state.lines.limits.some(known => known.party === one.party && one.limit <= known.count));
  if (unknown !== undefined) return noSuchLimit(unknown.party, unknown.limit);
  const early = crosses.find(({ askedOn }) => askedOn > dayOf(now));
  return early === undefined ? null : notAskedYet(early.party);
}

/** Whose limits it crosses, each once: what everybody is shown before voting. */
export const whoseLimits = ({ crosses }: Pick<Asked, 'crosses'>): readonly string[] => [
  ...new Set((crosses ?? []).map(({ party }) => party)),
];

/** The alert that stands before a vote on it. */
export const limitAlert = (parties: readonly string[]): readonly Refusal[] => (parties.length === 0 ? [] : [crossesLimit(parties)]);
