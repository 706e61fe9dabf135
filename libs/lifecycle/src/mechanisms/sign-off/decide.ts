import { fact, type Refusal } from '@palabre/contracts';
import { accept, refuse } from '../../decision.js';
import type { Decider, Deciders, Moment } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { headOf } from '../text/questions.js';
import { acceptDecision, declineDecision, proposeDecision } from './joint-decisions.js';
import { accountOwedBy, coConstructionConfirmedBy, reportAccepted, reportStatus, strategicStatus } from './questions.js';
import {
  accountNotReady,
  alreadyConfirmed,
  alreadyDeclared,
  askerNeverApproves,
  noSuchText,
  notRequested,
  notTheBody,
  reportAnswered,
  staleVersion,
  validationNotNeeded,
  validationStands,
} from './refusals.js';
import { onPresentAgreement, refuseSignature, signAgreement } from './signature.js';
import type { BoundTo } from './slice.js';

const confirmCoConstruction: Decider<'ConfirmCoConstruction'> = (state, _command, moment) =>
  coConstructionConfirmedBy(state).includes(moment.party.party)
    ? refuse(alreadyConfirmed())
    : accept(fact('CoConstructionConfirmed', { party: moment.party.party, person: moment.actor.person }));

const requestValidation: Decider<'RequestStrategicValidation'> = (state, command) => {
  const elsewhere = onPresentAgreement(state, command.data);
  if (elsewhere !== null) return refuse(elsewhere);
  const status = strategicStatus(state);
  if (status === 'not-needed') return refuse(validationNotNeeded());
  return status === 'missing' ? accept(fact('StrategicValidationRequested', command.data)) : refuse(validationStands(status));
};

/** The body that the charter names answers, and nobody who asked or wrote the text. */
function obstacleToValidating(state: PartnershipState, on: BoundTo, moment: Moment): Refusal | null {
  const elsewhere = onPresentAgreement(state, on);
  if (elsewhere !== null) return elsewhere;
  const body = policyOf(state).authorities.strategicValidation;
  if (body === null) return validationNotNeeded();
  if (!moment.actor.roles.includes(body)) return notTheBody(body, 'MDM-61');
  const status = strategicStatus(state);
  if (status !== 'requested') return status === 'missing' ? notRequested() : validationStands(status);
  const askers = [state.signOffs.strategic?.requestedBy, headOf(state, 'agreement')?.proposedByPerson];
  return askers.includes(moment.actor.person) ? askerNeverApproves() : null;
}

const grantValidation: Decider<'GrantStrategicValidation'> = (state, command, moment) => {
  const obstacle = obstacleToValidating(state, command.data, moment);
  return obstacle === null
    ? accept(fact('StrategicValidationGranted', { ...command.data, person: moment.actor.person }))
    : refuse(obstacle);
};

const refuseValidation: Decider<'RefuseStrategicValidation'> = (state, command, moment) => {
  const obstacle = obstacleToValidating(state, command.data, moment);
  return obstacle === null
    ? accept(fact('StrategicValidationRefused', { ...command.data, person: moment.actor.person }))
    : refuse(obstacle);
};

/** An assembly answers once on exactly the report it read; who wrote the report does not approve it. */
function obstacleToReports(state: PartnershipState, on: BoundTo, moment: Moment): Refusal | null {
  const head = headOf(state, 'final-report');
  if (head === undefined) return noSuchText('final-report');
  if (head.version !== on.version || head.hash !== on.hash) return staleVersion('final-report', head.version);
  const answered = state.signOffs.assembly.some(one => one.party === moment.party.party && one.hash === head.hash);
  if (answered || reportStatus(state) === 'returned') return reportAnswered();
  return head.proposedByPerson === moment.actor.person ? askerNeverApproves() : null;
}

const approveReports: Decider<'ApproveReports'> = (state, command, moment) => {
  const obstacle = obstacleToReports(state, command.data, moment);
  const who = { party: moment.party.party, person: moment.actor.person };
  return obstacle === null ? accept(fact('ReportsApprovedByAssembly', { ...command.data, ...who })) : refuse(obstacle);
};

const returnReports: Decider<'ReturnReports'> = (state, command, moment) => {
  const obstacle = obstacleToReports(state, command.data, moment);
  const who = { party: moment.party.party, person: moment.actor.person };
  return obstacle === null ? accept(fact('ReportsReturnedByAssembly', { ...command.data, ...who })) : refuse(obstacle);
};

const declareAccount: Decider<'DeclareAccountRendered'> = (state, _command, moment) => {
  if (!reportAccepted(state)) return refuse(accountNotReady());
  if (!accountOwedBy(state).includes(moment.party.party)) return refuse(alreadyDeclared());
  return accept(fact('AccountRendered', { party: moment.party.party, person: moment.actor.person }));
};

export const signOffDeciders: Deciders = {
  ConfirmCoConstruction: confirmCoConstruction,
  SignAgreement: signAgreement,
  RefuseSignature: refuseSignature,
  RequestStrategicValidation: requestValidation,
  GrantStrategicValidation: grantValidation,
  RefuseStrategicValidation: refuseValidation,
  ProposeDecision: proposeDecision,
  AcceptDecision: acceptDecision,
  DeclineDecision: declineDecision,
  ApproveReports: approveReports,
  ReturnReports: returnReports,
  DeclareAccountRendered: declareAccount,
};
