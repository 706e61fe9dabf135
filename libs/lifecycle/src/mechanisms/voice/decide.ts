import { fact } from '@palabre/contracts';
import { accept, refuse } from '../../decision.js';
import type { Decider, Deciders } from '../../mechanism.js';
import { challengeOf } from './questions.js';
import { acknowledgedByTheOther, alreadyAcknowledged, noOpenChallenge, resolvedByWhoRaised } from './refusals.js';

const postPalaverMessage: Decider<'PostPalaverMessage'> = (_state, command, moment) =>
  accept(fact('PalaverMessagePosted', { ...command.data, party: moment.party.party }));

const raiseChallenge: Decider<'RaiseChallenge'> = (_state, command, moment) =>
  accept(fact('ChallengeRaised', { ...command.data, challenge: moment.newId('challenge'), party: moment.party.party }));

const acknowledgeChallenge: Decider<'AcknowledgeChallenge'> = (state, command, moment) => {
  const found = challengeOf(state, command.data.challenge);
  if (found === undefined) return refuse(noOpenChallenge(command.data.challenge));
  if (found.party === moment.party.party) return refuse(acknowledgedByTheOther());
  if (found.acknowledgedBy !== null) return refuse(alreadyAcknowledged(found.acknowledgedBy));
  return accept(fact('ChallengeAcknowledged', { ...command.data, party: moment.party.party }));
};

const resolveChallenge: Decider<'ResolveChallenge'> = (state, command, moment) => {
  const found = challengeOf(state, command.data.challenge);
  if (found === undefined) return refuse(noOpenChallenge(command.data.challenge));
  if (found.party !== moment.party.party) return refuse(resolvedByWhoRaised(found.party));
  return accept(fact('ChallengeResolved', { ...command.data, party: moment.party.party }));
};

export const voiceDeciders: Deciders = {
  PostPalaverMessage: postPalaverMessage,
  RaiseChallenge: raiseChallenge,
  AcknowledgeChallenge: acknowledgeChallenge,
  ResolveChallenge: resolveChallenge,
};
