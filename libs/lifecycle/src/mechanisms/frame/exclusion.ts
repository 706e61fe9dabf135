import { fact, type ExclusionGround, type Fact, type FreeText, type Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';
import type { Moment } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { unknownParty } from '../../refusals.js';
import { hostOf, otherParties, partyNames } from '../parties/questions.js';
import type { OpenProposal } from './slice.js';
import { alreadyProposed } from './refusals.js';

/* With more than two, what would end the file between two ends it for one party alone, if the others so decide (C-15). */

export const partyNotNamed = (): Refusal =>
  because(
    'party-not-named',
    'C-15',
    say(
      'À plus de deux, la diligence n’arrête pas le dossier : elle peut écarter une partie.',
      'With more than two, due diligence does not end the file: it may exclude one party.',
    ),
    say('Nommer cette partie dans `about` ; les autres en décident.', 'Name that party in `about`; the others decide.'),
  );

const ownExclusion = (): Refusal =>
  because(
    'own-exclusion',
    'C-15',
    say('Une partie ne s’exclut pas elle-même : elle se retire.', 'A party does not exclude itself: it withdraws.'),
    say('Annoncer son retrait (AnnounceWithdrawal).', 'Announce the withdrawal (AnnounceWithdrawal).'),
  );

const isAsked = (state: PartnershipState, party: string): boolean =>
  state.frame.proposals.some(open => open.kind === 'exclusion' && open.effect.excluded === party);

/** What stands in the way of asking the others whether a party leaves, or null. */
export function obstacleToExclusion(state: PartnershipState, party: string, moment: Moment): Refusal | null {
  if (!partyNames(state).includes(party)) return unknownParty(party);
  if (party === moment.party.party) return ownExclusion();
  return isAsked(state, party) ? alreadyProposed() : null;
}

/** The question put to the others. Asked once about each party. */
export const exclusionAsked = (
  state: PartnershipState,
  asked: { readonly excluded: string; readonly because: ExclusionGround; readonly reason: FreeText },
  moment: Moment,
): readonly Fact[] =>
  isAsked(state, asked.excluded)
    ? []
    : [fact('PartyExclusionProposed', { ...asked, proposal: moment.newId('proposal'), party: moment.party.party })];

/** The party leaves and the others go on; where it was the host, its duties pass to the party that was there first. */
export function excluded(state: PartnershipState, { proposal, effect }: OpenProposal<'exclusion'>, acceptedBy: string[]): Fact {
  const dutiesTo = hostOf(state) === effect.excluded ? (otherParties(state, effect.excluded)[0] ?? null) : null;
  return fact('PartyExcluded', { proposal, acceptedBy, ...effect, dutiesTo });
}
