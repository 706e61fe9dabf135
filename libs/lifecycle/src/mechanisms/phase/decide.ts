import { fact, type Phase, type Refusal } from '@palabre/contracts';
import { accept, because, refuse, say, type Decision } from '../../decision.js';
import { askGates, blockedBy, warningsOf } from '../../gates/index.js';
import type { Knock } from '../../gates/gate.js';
import { stepsFrom, type Step } from '../../lifecycle.js';
import type { Decider, Deciders, Moment } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { stepConditions } from './conditions.js';
import { stepFact } from './step.js';
import { suggestType } from './type-assistant.js';

export const knockOf = (moment: Moment): Knock => ({ now: moment.now, person: moment.actor.person, party: moment.party.party });

const noSuchStep = (from: Phase, to: Phase): Refusal =>
  because(
    'no-such-step',
    'LIFECYCLE',
    say(`De la phase « ${from} », on ne passe pas à « ${to} ».`, `From phase "${from}" there is no step to "${to}".`),
    say('Demander une des étapes ouvertes (why-not EnterPhase).', 'Ask for one of the open steps (why-not EnterPhase).'),
  );

/** What each step's event says beyond from, to and gates. */
function extrasOf(state: PartnershipState, step: Step, reason: unknown): Record<string, unknown> {
  switch (step.event) {
    case 'AnnualReviewOpened':
      return { round: state.steps.reviewRound + 1, openedBy: 'request', deadline: null };
    case 'AnnualReviewCompleted':
      return { round: state.steps.reviewRound };
    case 'ClosureInitiated':
    case 'RelationshipContinued':
      return { reason };
    case 'TransferProjectOpened':
      return { object: 'operational' };
    default:
      return {};
  }
}

/** Takes a step of the table, or says everything that stands in its way: conditions first, then every closed gate. */
export function takeStep(state: PartnershipState, step: Step, knock: Knock, reason: unknown): Decision {
  const unmet = step.conditions.map(name => stepConditions[name](state, reason)).find(refusal => refusal !== null);
  const verdicts = askGates(state, knock, step.gates);
  const blocked = blockedBy(verdicts);
  const refusal = blocked ?? unmet ?? null;
  if (refusal !== null) return refuse(refusal);
  return { outcome: 'accepted', facts: [stepFact(step, verdicts, extrasOf(state, step, reason))], warnings: warningsOf(verdicts) };
}

const enterPhase: Decider<'EnterPhase'> = (state, command, moment) => {
  const step = stepsFrom(state.phase, 'EnterPhase').find(row => row.to === command.data.phase);
  if (step === undefined) return refuse(noSuchStep(state.phase, command.data.phase));
  return takeStep(state, step, knockOf(moment), command.data.reason);
};

const closePartnership: Decider<'ClosePartnership'> = (state, _command, moment) => {
  const step = stepsFrom(state.phase, 'ClosePartnership')[0];
  return step === undefined ? refuse(noSuchStep(state.phase, 'after')) : takeStep(state, step, knockOf(moment), null);
};

/** `OpenPartnership` meets an empty stream; its policy is laid into the state by `handle` beforehand. */
const openPartnership: Decider<'OpenPartnership'> = (state, command, moment) => {
  const { charter: _charter, workingLanguage, calendarStartsAt: _start, ...told } = command.data;
  const opening = stepsFrom('readiness', 'OpenPartnership')[0];
  const parties = [{ party: 'host', side: 'host', organisation: moment.actor.organisation, workingLanguage }];
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

export const phaseDeciders: Deciders = {
  OpenPartnership: openPartnership,
  AssessNeed: (_state, command) => accept(fact('PartnershipNeedAssessed', command.data)),
  CheckExistingPartnerships: (_state, command) => accept(fact('ExistingPartnershipsChecked', command.data)),
  ProposeType: proposeType,
  DiscardIdea: (_state, command) => accept(fact('PartnershipIdeaDiscarded', command.data)),
  EnterPhase: enterPhase,
  FailDueDiligence: (_state, command) => accept(fact('DueDiligenceFailed', command.data)),
  ClosePartnership: closePartnership,
};
