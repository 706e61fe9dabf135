import { fact, type CommandData, type Refusal } from '@palabre/contracts';
import { dayOf } from '../../calendar/span.js';
import { accept, refuse, type Decision } from '../../decision.js';
import { strengthOf } from '../../gates/index.js';
import type { Decider, Deciders, Moment } from '../../mechanism.js';
import { asksFor } from '../../practices.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { partyNames, partyOf } from '../parties/questions.js';
import { unknownParty } from '../../refusals.js';
import { leftUnsaid } from './introduction.js';
import { clausesNeverFollowed, clauseStatuses, collaborationIsDue, missedSlotOf } from './questions.js';
import { whatSuitsAll } from './preferences.js';
import * as no from './refusals.js';
import { advances } from './slots.js';

type MeetingRecord = CommandData<'HoldPlanningMeeting'>;

const presentParties = (held: MeetingRecord): string[] => held.attendance.filter(row => row.people > 0).map(row => row.party);

const firstRepeated = (names: readonly string[]): string | undefined => names.find((name, at) => names.indexOf(name) !== at);

const future = (heldOn: string, moment: Moment): Refusal | null => {
  const today = dayOf(moment.now);
  return heldOn > today ? no.notYetHeld(heldOn, today) : null;
};

/** What is wrong with the record of any meeting, or null. */
function misrecorded(state: PartnershipState, held: MeetingRecord, moment: Moment): Refusal | null {
  const tooEarly = future(held.heldOn, moment);
  if (tooEarly !== null) return tooEarly;
  const named = held.attendance.map(row => row.party);
  const heard = (held.turns ?? []).map(row => row.party);
  const stranger = [...named, ...heard].find(party => !partyNames(state).includes(party));
  if (stranger !== undefined) return unknownParty(stranger, 'MDM-31');
  const repeated = firstRepeated(named) ?? firstRepeated(heard);
  if (repeated !== undefined) return no.countedTwice(repeated);
  const present = presentParties(held).length;
  return present < 2 ? no.onlyOneSide(present) : null;
}

/** A meeting in which every party has to take part; `rule` says why. */
function withEverybody(state: PartnershipState, held: MeetingRecord, moment: Moment, rule: string): Refusal | null {
  if (partyNames(state).length < 2) return no.nobodyToMeet();
  const wrong = misrecorded(state, held, moment);
  if (wrong !== null) return wrong;
  const absent = partyNames(state).filter(party => !presentParties(held).includes(party));
  return absent.length > 0 ? no.partyAbsent(rule, absent) : null;
}

const orRefuse = (wrong: Refusal | null, otherwise: () => Decision): Decision => (wrong === null ? otherwise() : refuse(wrong));

const recordContact: Decider<'RecordContact'> = (_state, command, moment) =>
  orRefuse(future(command.data.heldOn, moment), () => accept(fact('ContactHeld', command.data)));

const holdIntroduction: Decider<'HoldIntroduction'> = (state, command, moment) =>
  orRefuse(withEverybody(state, command.data, moment, 'AGI-03'), () => ({
    outcome: 'accepted',
    facts: [fact('IntroductionHeld', command.data)],
    warnings: leftUnsaid(state, command.data),
  }));

const holdPlanningMeeting: Decider<'HoldPlanningMeeting'> = (state, command, moment) =>
  orRefuse(withEverybody(state, command.data, moment, 'AGI-25'), () => ({
    outcome: 'accepted',
    facts: [fact('PlanningMeetingHeld', command.data)],
    warnings: command.data.inPerson || strengthOf(state, { gate: 'PRESENCE' }) === 'off' ? [] : [no.plannedAtADistance()],
  }));

const agreeMeetingCalendar: Decider<'AgreeMeetingCalendar'> = (state, command, moment) => {
  const { every = policyOf(state).timers.meeting_every, firstOn } = command.data;
  const today = dayOf(moment.now);
  if (!advances(every)) return refuse(no.standsStill());
  if (firstOn < today) return refuse(no.startsInThePast(firstOn, today));
  const suits = whatSuitsAll(state);
  return {
    outcome: 'accepted',
    facts: [fact('MeetingCalendarAgreed', { ...command.data, every, ...(suits === null ? {} : { suits }) })],
    warnings: suits === null && state.meetings.preferences !== undefined ? [no.noCommonHour()] : [],
  };
};

/** What goes well, challenges, possible solutions: a formal meeting speaks of the three, in this order (AGI-15). */
const withoutBlocks = (state: PartnershipState, { blocks, kind }: CommandData<'HoldMeeting'>): Refusal | null => {
  if (blocks === undefined) return kind === 'formal' && asksFor(state, 'meetingBlocks') ? no.blocksMissing() : null;
  const blank = Object.entries(blocks).flatMap(([name, text]) => (typeof text === 'string' && text.trim() === '' ? [name] : []));
  return blank.length > 0 ? no.blockLeftBlank(blank) : null;
};

const holdMeeting: Decider<'HoldMeeting'> = (state, command, moment) => {
  const { kind, minutes, collaboration } = command.data;
  if (kind === 'formal' && minutes === null) return refuse(no.minutesMissing());
  const takesBack = kind === 'formal' ? missedSlotOf(state, command.data.heldOn) : undefined;
  const wrong = withoutBlocks(state, command.data) ?? misrecorded(state, command.data, moment);
  return orRefuse(wrong, () => ({
    outcome: 'accepted',
    facts: [fact('MeetingHeld', { ...command.data, ...(takesBack === undefined ? {} : { takesBack }) })],
    warnings: kind === 'formal' && collaboration === undefined && collaborationIsDue(state) ? [no.collaborationNotSpokenOf()] : [],
  }));
};

/** Where nothing is due yet there is nothing to show. */
const isUnshown = ({ state, evidence, owner }: CommandData<'RecordStatusPoint'>['clauses'][number]): boolean =>
  state !== 'not-due' && (evidence === undefined || owner === undefined);

/** Of finances there is something to tell once there is money. */
function untoldRates(state: PartnershipState, { rates }: CommandData<'RecordStatusPoint'>): Refusal | null {
  if (!asksFor(state, 'executionRates')) return null;
  const told = rates !== undefined && (rates.finances !== undefined || !state.steps.financialFlows);
  return told ? null : no.ratesUntold();
}

const recordStatusPoint: Decider<'RecordStatusPoint'> = (state, command, moment) => {
  const twice = firstRepeated(command.data.clauses.map(clause => clause.number));
  if (twice !== undefined) return refuse(no.clauseTwice(twice));
  const known = clauseStatuses(state).map(clause => clause.number);
  const unknown = command.data.clauses.find(clause => !known.includes(clause.number));
  if (unknown !== undefined) return refuse(no.noSuchClause(unknown.number));
  const named = command.data.clauses.map(clause => clause.number);
  const stranger = command.data.clauses.find(({ owner }) => owner !== undefined && partyOf(state, owner) === undefined);
  if (stranger?.owner !== undefined) return refuse(unknownParty(stranger.owner, 'HFA-18'));
  const unshown = asksFor(state, 'clauseEvidence') ? command.data.clauses.filter(isUnshown).map(clause => clause.number) : [];
  if (unshown.length > 0) return refuse(no.clauseUnshown(unshown));
  const untold = untoldRates(state, command.data);
  if (untold !== null) return refuse(untold);
  const forgotten = clausesNeverFollowed(state).filter(number => !named.includes(number));
  const leftOut = known.filter(number => !named.includes(number) && !forgotten.includes(number));
  return orRefuse(future(command.data.heldOn, moment), () => ({
    outcome: 'accepted',
    facts: [fact('StatusPointRecorded', command.data)],
    warnings: [
      ...(forgotten.length > 0 ? [no.clausesForgotten(forgotten)] : []),
      ...(leftOut.length > 0 ? [no.clausesNotLookedAt(leftOut)] : []),
    ],
  }));
};

const holdClosingConversation: Decider<'HoldClosingConversation'> = (state, command, moment) =>
  orRefuse(withEverybody(state, command.data, moment, 'MDM-09'), () => accept(fact('ClosingConversationHeld', command.data)));

export const meetingDeciders: Deciders = {
  RecordContact: recordContact,
  HoldIntroduction: holdIntroduction,
  HoldPlanningMeeting: holdPlanningMeeting,
  AgreeMeetingCalendar: agreeMeetingCalendar,
  HoldMeeting: holdMeeting,
  RecordStatusPoint: recordStatusPoint,
  HoldClosingConversation: holdClosingConversation,
};
