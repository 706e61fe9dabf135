import { fact, type CommandData, type Refusal } from '@palabre/contracts';
import { dayOf, startOfDay } from '../../calendar/span.js';
import { accept, refuse } from '../../decision.js';
import { stepsFrom } from '../../lifecycle.js';
import type { Decider, Deciders, Moment } from '../../mechanism.js';
import { askerNeverApproves, staleVersion, unknownParty } from '../../refusals.js';
import { hostOf, partyNames } from '../parties/questions.js';
import { knockOf, noSuchStep, takeStep } from '../phase/take-step.js';
import { inSigningOrder } from '../sign-off/questions.js';
import { noMandate, othersSignFirst } from '../sign-off/refusals.js';
import { mandateToSign } from '../sign-off/signature.js';
import type { PartnershipState } from '../../state.js';
import { deedOf, deedUnsignedBy, isPlanned, missingForReadiness, openMilestones, owedChecks } from './questions.js';
import * as why from './refusals.js';

const openTransfer: Decider<'OpenTransfer'> = (state, command, moment) => {
  const step = stepsFrom(state.phase, 'OpenTransfer')[0];
  if (step === undefined) return refuse(noSuchStep(state.phase, 'transfer'));
  const { recipient } = command.data;
  if (!partyNames(state).includes(recipient)) return refuse(unknownParty(recipient, 'MDM-46'));
  if (recipient === hostOf(state)) return refuse(why.hostCannotReceive());
  return takeStep(state, step, knockOf(moment), command.data);
};

const reachMilestone: Decider<'ReachTransferMilestone'> = (state, command, moment) => {
  const { track, milestone } = command.data;
  const open = openMilestones(state).some(one => one.track === track && one.milestone === milestone);
  return open
    ? accept(fact('TransferMilestoneReached', { ...command.data, party: moment.party.party }))
    : refuse(why.noSuchMilestone(milestone));
};

/** What is assessed is the way of the plan, step by step: before there is one nothing can be ready (MDM-48). */
const assessReadiness: Decider<'AssessReadiness'> = (state, command, moment) =>
  isPlanned(state)
    ? accept(fact('TransferReadinessAssessed', { ...command.data, party: moment.party.party }))
    : refuse(why.nothingPlanned());

const acceptReadiness: Decider<'AcceptReadiness'> = (state, _command, moment) => {
  if (state.transfer?.recipient !== moment.party.party) return refuse(why.notTheRecipient());
  if (state.transfer.accepted) return refuse(why.readinessStands());
  const missing = missingForReadiness(state);
  return missing.length === 0
    ? accept(fact('TransferReadinessAccepted', { party: moment.party.party, person: moment.actor.person }))
    : refuse(why.notReady(missing));
};

/** A deed is signed as the agreement is: the present version, agreed by all, in the order set, and not by who wrote it. */
function obstacleToDeed(state: PartnershipState, on: CommandData<'SignHandoverDeed'>, moment: Moment): Refusal | null {
  const deed = deedOf(state);
  const { party } = moment.party;
  if (deed?.status !== 'agreed') return why.deedNotAgreed();
  if (deed.version !== on.version || deed.hash !== on.hash) return staleVersion('handover-deed', deed.version);
  const unsigned = deedUnsignedBy(state);
  if (!unsigned.includes(party)) return why.deedSigned();
  const first = inSigningOrder(state, unsigned);
  if (!first.includes(party)) return othersSignFirst(first);
  return deed.proposedByPerson === moment.actor.person ? askerNeverApproves() : null;
}

/** Mandate first: an attempt without one is refused as such, whatever else may lack (HFA-15). */
const signDeed: Decider<'SignHandoverDeed'> = (state, command, moment) => {
  const { party } = moment.party;
  if (mandateToSign(state, moment) === undefined) return refuse(noMandate(party, dayOf(moment.now)));
  const obstacle = obstacleToDeed(state, command.data, moment);
  return obstacle === null ? accept(fact('HandoverDeedSigned', { ...command.data, party, person: moment.actor.person })) : refuse(obstacle);
};

const abandon: Decider<'AbandonTransfer'> = (state, command, moment) => {
  const step = stepsFrom(state.phase, 'AbandonTransfer')[0];
  return step === undefined ? refuse(noSuchStep(state.phase, 'implementation')) : takeStep(state, step, knockOf(moment), command.data);
};

const recordCheck: Decider<'RecordPostTransferCheck'> = (state, command, moment) => {
  const owed = owedChecks(state).find(one => one.check === command.data.check);
  if (owed === undefined) return refuse(why.checkNotOwed());
  const tooEarly = owed.dueAt > moment.now || startOfDay(command.data.on) > moment.now;
  return tooEarly
    ? refuse(why.checkTooEarly(owed.dueAt))
    : accept(fact('PostTransferCheckRecorded', { ...command.data, party: moment.party.party }));
};

export const transferDeciders: Deciders = {
  OpenTransfer: openTransfer,
  ReachTransferMilestone: reachMilestone,
  AssessReadiness: assessReadiness,
  AcceptReadiness: acceptReadiness,
  SignHandoverDeed: signDeed,
  AbandonTransfer: abandon,
  RecordPostTransferCheck: recordCheck,
};
