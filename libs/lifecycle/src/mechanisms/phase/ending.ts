import { fact, type FreeText, type Refusal } from '@palabre/contracts';
import { accept, because, refuse, say, type Decision } from '../../decision.js';
import type { Decider, Moment } from '../../mechanism.js';
import { notTheBody, unknownParty } from '../../refusals.js';
import type { PartnershipState } from '../../state.js';
import { exclusionAsked, obstacleToExclusion, partyNotNamed } from '../frame/exclusion.js';
import { hostOf, partyNames, partyOf } from '../parties/questions.js';
import { ballotOn } from '../sign-off/ballots.js';
import { castVote, type Ballot } from '../sign-off/bodies.js';
import { votingParties } from '../sign-off/questions.js';
import { endNeedsApproval, validatingBody } from './questions.js';

const othersGoOn = (): Refusal =>
  because(
    'others-go-on',
    'C-15',
    say('À plus de deux, une partie se retire et les autres continuent.', 'With more than two, a party withdraws and the others go on.'),
    say('Annoncer son retrait (AnnounceWithdrawal).', 'Announce the withdrawal (AnnounceWithdrawal).'),
  );

/** Nobody is held in a negotiation: one side's no ends it, with its reason, as long as there are only two (MDM-25). */
export const stopNegotiation: Decider<'StopNegotiation'> = (state, command, moment) =>
  partyNames(state).length > 2
    ? refuse(othersGoOn())
    : accept(fact('NegotiationStopped', { party: moment.party.party, reason: command.data.reason }));

/** An idea that two have is given up by one; with more, who gives it up leaves it to the others (PMP-07, C-15). */
export const discardIdea: Decider<'DiscardIdea'> = (state, command) =>
  partyNames(state).length > 2 ? refuse(othersGoOn()) : accept(fact('PartnershipIdeaDiscarded', command.data));

/** Between two it ends the file. With more, it names one party, and the others decide whether that one leaves (MDM-64, C-15). */
export const failDueDiligence: Decider<'FailDueDiligence'> = (state, command, moment) => {
  const { reason, about } = command.data;
  if (about !== undefined && partyOf(state, about) === undefined) return refuse(unknownParty(about));
  if (partyNames(state).length <= 2) return accept(fact('DueDiligenceFailed', { reason, ...(about === undefined ? {} : { about }) }));
  if (about === undefined) return refuse(partyNotNamed());
  const obstacle = obstacleToExclusion(state, about, moment);
  return obstacle === null
    ? accept(...exclusionAsked(state, { excluded: about, because: 'due-diligence', reason }, moment))
    : refuse(obstacle);
};

const nothingToApprove = (): Refusal =>
  because(
    'end-not-to-approve',
    'S-12',
    say(
      'Aucune instance n’a validé ce partenariat, ou sa fin est déjà approuvée.',
      'No body validated this partnership, or its end is already approved.',
    ),
    say('Engager la clôture avec sa raison (EnterPhase closing).', 'Initiate closing with its reason (EnterPhase closing).'),
  );

/** One voice of the body that validated the beginning, for the end or against it; its members vote one by one, where it has named them. */
function decideEnd(state: PartnershipState, verdict: Ballot['verdict'], reason: FreeText, moment: Moment): Decision {
  const body = validatingBody(state);
  if (!endNeedsApproval(state) || state.steps.endApproved || body === null) return refuse(nothingToApprove());
  const sitsThere = votingParties(state, body, hostOf(state)).includes(moment.party.party);
  if (!moment.actor.roles.includes(body) || !sitsThere) return refuse(notTheBody(body, 'S-12'));
  const by = { body, person: moment.actor.person };
  const granted: Ballot['granted'] = why => [fact('EndApproved', { ...by, reason: why })];
  const refused: Ballot['refused'] = why => [fact('EndRefused', { ...by, reason: why })];
  return castVote(state, { body, of: hostOf(state), subject: ballotOn.end(), verdict, reason, granted, refused }, moment);
}

export const approveEnd: Decider<'ApproveEnd'> = (state, { data }, moment) => decideEnd(state, 'grant', data.reason, moment);

export const refuseEnd: Decider<'RefuseEnd'> = (state, { data }, moment) => decideEnd(state, 'refuse', data.reason, moment);
