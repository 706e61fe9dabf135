import { fact, type FreeText, type Refusal } from '@palabre/contracts';
import { eachStillAsked, stillAsked } from '../../asks/index.js';
import { accept, refuse, type Decision } from '../../decision.js';
import type { Decider, Deciders, Moment } from '../../mechanism.js';
import { asksFor } from '../../practices.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { askerNeverApproves, notTheBody } from '../../refusals.js';
import { underProposedType } from '../frame/questions.js';
import { headOf } from '../text/questions.js';
import { isOfAnotherSide } from '../parties/known-people.js';
import { hostOf } from '../parties/questions.js';
import { approveReports, returnReports } from './assembly.js';
import { ballotOn } from './ballots.js';
import { castVote, constituteBody, type Ballot } from './bodies.js';
import { acceptDecision, declineDecision, proposeDecision } from './joint-decisions.js';
import { accountOwedBy, coConstructionConfirmedBy, hasBuilt, reportAccepted, strategicStatus, votingParties } from './questions.js';
import {
  accountNotReady,
  alreadyConfirmed,
  alreadyDeclared,
  notRequested,
  nothingOfYours,
  participantsMisnamed,
  participantsUnnamed,
  validationNotNeeded,
  validationStands,
} from './refusals.js';
import { onPresentAgreement, refuseSignature, signAgreement } from './signature.js';
import type { BoundTo } from './slice.js';

/** Each side built only where the other has accepted something of its hand; an emergency makes up for it later (S-19). */
function confirmedTooEarly(state: PartnershipState, { side }: Moment['party'], named: boolean): Refusal | null {
  if (!asksFor(state, 'builtByBoth') || state.frame.emergency?.open === true) return null;
  if (!hasBuilt(state, side)) return nothingOfYours();
  return named ? null : participantsUnnamed();
}

/** Each side names its own people, each once. Rules know people only where the file has named them: who is new to it is taken. */
function misnamedParticipants(state: PartnershipState, { side }: Moment['party'], named: readonly string[]): Refusal | null {
  const wrong = named.filter((person, at) => named.indexOf(person) !== at || isOfAnotherSide(state, person, side));
  return wrong.length === 0 ? null : participantsMisnamed([...new Set(wrong)]);
}

const confirmCoConstruction: Decider<'ConfirmCoConstruction'> = (state, { data }, moment) => {
  const { party } = moment.party;
  if (coConstructionConfirmedBy(state).includes(party)) return refuse(alreadyConfirmed());
  const wrong =
    misnamedParticipants(state, moment.party, data.participants ?? []) ??
    confirmedTooEarly(state, moment.party, data.participants !== undefined);
  return wrong === null ? accept(fact('CoConstructionConfirmed', { party, person: moment.actor.person, ...data })) : refuse(wrong);
};

/** A type under proposal brings its own body along: what it validates is the type to come (MDM-32, MDM-61). */
const withProposedBody = (state: PartnershipState): PartnershipState =>
  policyOf(state).authorities.strategicValidation === null ? underProposedType(state) : state;

const requestValidation: Decider<'RequestStrategicValidation'> = (state, command) => {
  const elsewhere = onPresentAgreement(state, command.data);
  if (elsewhere !== null) return refuse(elsewhere);
  const status = strategicStatus(state);
  if (status === 'not-needed') return refuse(validationNotNeeded());
  const asked = stillAsked(state);
  if (asked !== null) return { outcome: 'refused', refusal: asked, each: eachStillAsked(state) };
  return status === 'missing' ? accept(fact('StrategicValidationRequested', command.data)) : refuse(validationStands(status));
};

/** The body that the charter names answers, and nobody who asked or wrote the text. */
function obstacleToValidating(state: PartnershipState, on: BoundTo, moment: Moment): Refusal | null {
  const elsewhere = onPresentAgreement(state, on);
  if (elsewhere !== null) return elsewhere;
  const body = policyOf(state).authorities.strategicValidation;
  if (body === null) return validationNotNeeded();
  const sitsThere = votingParties(state, body, hostOf(state)).includes(moment.party.party);
  if (!moment.actor.roles.includes(body) || !sitsThere) return notTheBody(body, 'MDM-61');
  const status = strategicStatus(state);
  if (status !== 'requested') return status === 'missing' ? notRequested() : validationStands(status);
  const askers = [state.signOffs.strategic?.requestedBy, headOf(state, 'agreement')?.proposedByPerson];
  return askers.includes(moment.actor.person) ? askerNeverApproves() : null;
}

/** Each member of the body has a voice of its own, where the host has named the members. */
function answerValidation(
  state: PartnershipState,
  on: BoundTo & { readonly reason?: FreeText },
  verdict: Ballot['verdict'],
  moment: Moment,
): Decision {
  const obstacle = obstacleToValidating(state, on, moment);
  if (obstacle !== null) return refuse(obstacle);
  const bound = { version: on.version, hash: on.hash, person: moment.actor.person };
  const ballot: Ballot = {
    body: policyOf(state).authorities.strategicValidation ?? 'steering-committee',
    of: hostOf(state),
    subject: ballotOn.strategic(on.hash),
    verdict,
    reason: on.reason ?? null,
    granted: () => [fact('StrategicValidationGranted', bound)],
    refused: reason => [fact('StrategicValidationRefused', { ...bound, reason })],
  };
  return castVote(state, ballot, moment);
}

const grantValidation: Decider<'GrantStrategicValidation'> = (state, command, moment) =>
  answerValidation(state, command.data, 'grant', moment);

const refuseValidation: Decider<'RefuseStrategicValidation'> = (state, command, moment) =>
  answerValidation(state, command.data, 'refuse', moment);

const declareAccount: Decider<'DeclareAccountRendered'> = (state, _command, moment) => {
  if (!reportAccepted(state)) return refuse(accountNotReady());
  if (!accountOwedBy(state).includes(moment.party.party)) return refuse(alreadyDeclared());
  return accept(fact('AccountRendered', { party: moment.party.party, person: moment.actor.person }));
};

export const signOffDeciders: Deciders = {
  ConfirmCoConstruction: confirmCoConstruction,
  ConstituteBody: constituteBody,
  SignAgreement: signAgreement,
  RefuseSignature: refuseSignature,
  RequestStrategicValidation: (state, ...asked) => requestValidation(withProposedBody(state), ...asked),
  GrantStrategicValidation: (state, ...asked) => grantValidation(withProposedBody(state), ...asked),
  RefuseStrategicValidation: (state, ...asked) => refuseValidation(withProposedBody(state), ...asked),
  ProposeDecision: proposeDecision,
  AcceptDecision: acceptDecision,
  DeclineDecision: declineDecision,
  ApproveReports: approveReports,
  ReturnReports: returnReports,
  DeclareAccountRendered: declareAccount,
};
