import { fact } from '@palabre/contracts';
import { accept, refuse } from '../../decision.js';
import type { Decider, Deciders } from '../../mechanism.js';
import { partyNames } from '../parties/questions.js';
import { challengeOf } from './questions.js';
import {
  acknowledgedByTheOther,
  alreadyAcknowledged,
  alreadyCommitted,
  alreadyMediated,
  mediatorAlreadyAccepted,
  mediatorTakesPart,
  noOpenChallenge,
  notAcknowledged,
  notProposed,
  resolvedByWhoRaised,
} from './refusals.js';

const postPalaverMessage: Decider<'PostPalaverMessage'> = (_state, command, moment) =>
  accept(fact('PalaverMessagePosted', { ...command.data, party: moment.party.party }));

const raiseChallenge: Decider<'RaiseChallenge'> = (_state, command, moment) =>
  accept(
    fact('ChallengeRaised', {
      ...command.data,
      kind: command.data.kind ?? 'other',
      challenge: moment.newId('challenge'),
      party: moment.party.party,
    }),
  );

const acknowledgeChallenge: Decider<'AcknowledgeChallenge'> = (state, command, moment) => {
  const found = challengeOf(state, command.data.challenge);
  if (found === undefined) return refuse(noOpenChallenge(command.data.challenge));
  if (found.party === moment.party.party) return refuse(acknowledgedByTheOther());
  if (found.acknowledgedBy !== null) return refuse(alreadyAcknowledged(found.acknowledgedBy));
  return accept(fact('ChallengeAcknowledged', { ...command.data, party: moment.party.party }));
};

const commitTogether: Decider<'CommitTogether'> = (state, command, moment) => {
  const found = challengeOf(state, command.data.challenge);
  if (found === undefined) return refuse(noOpenChallenge(command.data.challenge));
  if (found.acknowledgedBy === null) return refuse(notAcknowledged());
  if (found.committed.includes(moment.party.party)) return refuse(alreadyCommitted());
  return accept(fact('JointCommitmentMade', { ...command.data, party: moment.party.party }));
};

/** Somebody of a party takes its side; who mediates is nobody who acts for one (PMP-54). */
const proposeMediator: Decider<'ProposeMediator'> = (state, command, moment) => {
  const { challenge, mediator } = command.data;
  const found = challengeOf(state, challenge);
  if (found === undefined) return refuse(noOpenChallenge(challenge));
  if (found.mediated) return refuse(alreadyMediated());
  if (mediator === moment.actor.person) return refuse(mediatorTakesPart());
  return accept(fact('MediatorProposed', { challenge, mediator, party: moment.party.party }));
};

const acceptMediator: Decider<'AcceptMediator'> = (state, command, moment) => {
  const { challenge, mediator } = command.data;
  const found = challengeOf(state, challenge);
  if (found === undefined) return refuse(noOpenChallenge(challenge));
  if (found.mediated) return refuse(alreadyMediated());
  if (found.mediator?.person !== mediator) return refuse(notProposed());
  if (mediator === moment.actor.person) return refuse(mediatorTakesPart());
  const { party } = moment.party;
  if (found.mediator.acceptedBy.includes(party)) return refuse(mediatorAlreadyAccepted());
  const acceptedBy = [...found.mediator.acceptedBy, party];
  return partyNames(state).every(name => acceptedBy.includes(name))
    ? accept(fact('MediationOpened', { challenge, mediator, acceptedBy }))
    : accept(fact('MediatorAccepted', { challenge, mediator, party }));
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
  CommitTogether: commitTogether,
  ProposeMediator: proposeMediator,
  AcceptMediator: acceptMediator,
  ResolveChallenge: resolveChallenge,
};
