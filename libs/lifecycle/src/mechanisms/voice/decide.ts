import { fact, type Refusal } from '@palabre/contracts';
import { accept, refuse } from '../../decision.js';
import type { Consequence, Decider, Deciders } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { notASingleDecision, ownDecision } from '../journal/party-refusals.js';
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
  notAboutResources,
  notAcknowledged,
  notProposed,
  resolvedByWhoRaised,
  whichResources,
  whoIsInTheCircle,
} from './refusals.js';

const postPalaverMessage: Decider<'PostPalaverMessage'> = (_state, command, moment) =>
  accept(fact('PalaverMessagePosted', { ...command.data, party: moment.party.party }));

/** What is wrong with the decision that a difficulty is to block: it is one that another party took alone, or none (AGI-22). */
function misplaced(state: PartnershipState, decision: string | undefined, party: string): Refusal | null {
  if (decision === undefined) return null;
  const taken = (state.journal.decisions ?? []).find(one => one.decision === decision);
  if (taken === undefined) return notASingleDecision();
  return taken.party === party ? ownDecision() : null;
}

const raiseChallenge: Decider<'RaiseChallenge'> = (state, command, moment) => {
  const { kind, resources, decision } = command.data;
  const wrong = misplaced(state, decision, moment.party.party);
  if (wrong !== null) return refuse(wrong);
  const said = Object.values(resources ?? {}).some(part => part !== null);
  if (kind === 'resources' && !said) return refuse(whichResources());
  if (kind !== 'resources' && resources !== undefined) return refuse(notAboutResources());
  return accept(
    fact('ChallengeRaised', {
      ...command.data,
      kind: command.data.kind ?? 'other',
      challenge: moment.newId('challenge'),
      party: moment.party.party,
    }),
  );
};

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

/** A mediator whom every party still in has accepted begins (C-15). */
export const acceptedMediators: Consequence = state => {
  const everybody = partyNames(state);
  const found = state.voices.challenges.find(
    ({ mediated, mediator }) => !mediated && mediator !== null && everybody.every(name => mediator.acceptedBy.includes(name)),
  );
  if (found === undefined || found.mediator === null || everybody.length < 2) return [];
  return [fact('MediationOpened', { challenge: found.challenge, mediator: found.mediator.person, acceptedBy: [...everybody] })];
};

const resolveChallenge: Decider<'ResolveChallenge'> = (state, command, moment) => {
  const found = challengeOf(state, command.data.challenge);
  if (found === undefined) return refuse(noOpenChallenge(command.data.challenge));
  if (found.party !== moment.party.party) return refuse(resolvedByWhoRaised(found.party));
  const { circle } = command.data;
  if (found.kind === 'stakeholders' && (circle === undefined || circle.added.length + circle.dropped.length === 0))
    return refuse(whoIsInTheCircle());
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
