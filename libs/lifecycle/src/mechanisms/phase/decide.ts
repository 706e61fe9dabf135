import { fact, type Refusal } from '@palabre/contracts';
import { accept, because, refuse, say } from '../../decision.js';
import { stepsFrom } from '../../lifecycle.js';
import type { Decider, Deciders } from '../../mechanism.js';
import { notTheBody } from '../../refusals.js';
import { policyOf } from '../../state.js';
import { hostOf, partyNames } from '../parties/questions.js';
import { alreadyThere } from '../parties/refusals.js';
import { votingParties } from '../sign-off/questions.js';
import { endNeedsApproval } from './questions.js';
import { stepFact } from './step.js';
import { knockOf, noSuchStep, takeStep } from './take-step.js';
import { suggestType } from './type-assistant.js';

const enterPhase: Decider<'EnterPhase'> = (state, command, moment) => {
  const step = stepsFrom(state.phase, 'EnterPhase').find(row => row.to === command.data.phase);
  if (step === undefined) return refuse(noSuchStep(state.phase, command.data.phase));
  return takeStep(state, step, knockOf(moment), { reason: command.data.reason });
};

const closePartnership: Decider<'ClosePartnership'> = (state, _command, moment) => {
  const step = stepsFrom(state.phase, 'ClosePartnership')[0];
  return step === undefined ? refuse(noSuchStep(state.phase, 'after')) : takeStep(state, step, knockOf(moment), {});
};

const isRepeated = (names: readonly string[]): boolean => new Set(names).size < names.length;

/** `OpenPartnership` meets an empty stream; its policy is laid into the state by `handle` beforehand. */
const openPartnership: Decider<'OpenPartnership'> = (state, command, moment) => {
  const { charter: _charter, workingLanguage, calendarStartsAt: _start, founders = [], ...told } = command.data;
  const opening = stepsFrom('readiness', 'OpenPartnership')[0];
  const host = { party: 'host', side: 'host', organisation: moment.actor.organisation, workingLanguage };
  const parties = [host, ...founders.map(founder => ({ ...founder, side: 'partner' }))];
  if (isRepeated(parties.map(one => one.party)) || isRepeated(parties.map(one => one.organisation))) return refuse(alreadyThere());
  return opening === undefined
    ? refuse(noSuchStep('readiness', 'idea'))
    : accept(stepFact(opening, [], { ...told, parties, policy: policyOf(state) }));
};

const reasonForOtherType = (suggested: string): Refusal =>
  because(
    'reason-missing',
    'MDM-33',
    say(
      `Les faits décrivent plutôt le type ${suggested} : un autre choix demande une raison.`,
      `The facts describe type ${suggested} rather: another choice needs a reason.`,
    ),
    say('Donner la raison, ou choisir le type proposé.', 'Give the reason, or choose the suggested type.'),
  );

const proposeType: Decider<'ProposeType'> = (_state, command) => {
  const suggested = suggestType(command.data);
  if (command.data.chosen !== suggested && command.data.reason === null) return refuse(reasonForOtherType(suggested));
  return accept(fact('PartnershipTypeProposed', { ...command.data, suggested }));
};

const othersGoOn = (): Refusal =>
  because(
    'others-go-on',
    'C-15',
    say('À plus de deux, une partie se retire et les autres continuent.', 'With more than two, a party withdraws and the others go on.'),
    say('Annoncer son retrait (AnnounceWithdrawal).', 'Announce the withdrawal (AnnounceWithdrawal).'),
  );

/** Nobody is held in a negotiation: one side's no ends it, with its reason, as long as there are only two (MDM-25). */
const stopNegotiation: Decider<'StopNegotiation'> = (state, command, moment) =>
  partyNames(state).length > 2
    ? refuse(othersGoOn())
    : accept(fact('NegotiationStopped', { party: moment.party.party, reason: command.data.reason }));

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

const approveEnd: Decider<'ApproveEnd'> = (state, command, moment) => {
  const body = policyOf(state).authorities.strategicValidation;
  if (!endNeedsApproval(state) || state.steps.endApproved || body === null) return refuse(nothingToApprove());
  const sitsThere = votingParties(state, body, hostOf(state)).includes(moment.party.party);
  if (!moment.actor.roles.includes(body) || !sitsThere) return refuse(notTheBody(body, 'S-12'));
  return accept(fact('EndApproved', { body, person: moment.actor.person, reason: command.data.reason }));
};

export const phaseDeciders: Deciders = {
  OpenPartnership: openPartnership,
  AssessNeed: (_state, command) => accept(fact('PartnershipNeedAssessed', command.data)),
  CheckExistingPartnerships: (_state, command) => accept(fact('ExistingPartnershipsChecked', command.data)),
  ProposeType: proposeType,
  DiscardIdea: (_state, command) => accept(fact('PartnershipIdeaDiscarded', command.data)),
  EnterPhase: enterPhase,
  FailDueDiligence: (_state, command) => accept(fact('DueDiligenceFailed', command.data)),
  StopNegotiation: stopNegotiation,
  ApproveEnd: approveEnd,
  ClosePartnership: closePartnership,
};
