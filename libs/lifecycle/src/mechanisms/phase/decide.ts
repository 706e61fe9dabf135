import { fact, type Refusal } from '@palabre/contracts';
import { accept, because, refuse, say } from '../../decision.js';
import { stepsFrom } from '../../lifecycle.js';
import type { Decider, Deciders } from '../../mechanism.js';
import { policyOf } from '../../state.js';
import { withPresetGoal, wrongCard } from '../idea/card.js';
import { seenAndCounted } from '../idea/refusals.js';
import { alreadyThere, madeForTwo, notInRegister } from '../parties/refusals.js';
import { approveEnd, refuseEnd, discardIdea, failDueDiligence, stopNegotiation } from './ending.js';
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
  const stranger = founders.find(({ organisation }) => command.unregistered?.includes(organisation));
  if (stranger !== undefined) return refuse(notInRegister(stranger.organisation));
  const wrong = wrongCard(state, told);
  if (wrong !== null) return refuse(wrong);
  const financialFlows = told.financialFlows ?? policyOf(state).switches.moneyByDefault ?? false;
  if (opening === undefined) return refuse(noSuchStep('readiness', 'idea'));
  const { columns, typeName } = policyOf(state);
  return {
    outcome: 'accepted',
    facts: [stepFact(opening, [], { ...told, financialFlows, goals: withPresetGoal(told.goals), parties, policy: policyOf(state) })],
    warnings: columns.parties === 'two' && parties.length > 2 ? [madeForTwo(typeName, parties.length)] : [],
  };
};

/** What was seen is what was found, each partnership once (PMP-08). */
const checkExisting: Decider<'CheckExistingPartnerships'> = (_state, { data }) => {
  const { found, seen } = data;
  return seen !== undefined && (seen.length !== found || isRepeated(seen))
    ? refuse(seenAndCounted(found, seen.length))
    : accept(fact('ExistingPartnershipsChecked', data));
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

export const phaseDeciders: Deciders = {
  OpenPartnership: openPartnership,
  AssessNeed: (_state, command) => accept(fact('PartnershipNeedAssessed', command.data)),
  CheckExistingPartnerships: checkExisting,
  ProposeType: proposeType,
  DiscardIdea: discardIdea,
  EnterPhase: enterPhase,
  FailDueDiligence: failDueDiligence,
  StopNegotiation: stopNegotiation,
  ApproveEnd: approveEnd,
  RefuseEnd: refuseEnd,
  ClosePartnership: closePartnership,
};
