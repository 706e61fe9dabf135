import type { Phase } from '@palabre/contracts';
import { dayOf, startOfDay, after } from '../../calendar/span.js';
import { figureOf } from '../../practices.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { isDormant } from '../frame/questions.js';
import { headOf } from '../text/questions.js';
import type { ClauseState } from './slice.js';
import { advances, belongsTo, expectedSlot, type Slot } from './slots.js';

export const introductionHeld = (state: PartnershipState): boolean => state.meetings.introduced;

/** Null until a planning meeting was held; then whether one was in person. */
export const plannedInPerson = (state: PartnershipState): boolean | null => state.meetings.plannedInPerson;

/** True once the parties agreed why they do not plan in person (AGI-25). */
export const agreedToPlanAtADistance = (state: PartnershipState): boolean => state.meetings.distanceAgreed === true;

export const closingConversationHeld = (state: PartnershipState): boolean => state.meetings.closingHeld;

export interface ClauseStatus {
  readonly number: string;
  readonly state: ClauseState;
  /** Day of the status point that said so; null for a clause that none has looked at. */
  readonly on: string | null;
}

/** Every clause of the agreement with its last known state (HFA-18); `not-due` where no status point has looked yet. */
export const clauseStatuses = (state: PartnershipState): readonly ClauseStatus[] =>
  (headOf(state, 'agreement')?.parts ?? []).map(number => {
    const told = state.meetings.clauses[number];
    return { number, state: told?.state ?? 'not-due', on: told?.on ?? null };
  });

/** Clauses that no status point has ever looked at. */
export const clausesNeverFollowed = (state: PartnershipState): readonly string[] =>
  clauseStatuses(state)
    .filter(clause => clause.on === null)
    .map(clause => clause.number);

/** True when the next formal meeting is the one that has to speak of the collaboration itself (AGI-24); a figure of 0 asks for none. */
export function collaborationIsDue(state: PartnershipState): boolean {
  const every = figureOf(state, 'collaboration_item_every_meetings');
  return every !== null && every > 0 && (state.meetings.collaboration?.since ?? 0) >= every - 1;
}

/** True when the last formal meeting spoke of the collaboration itself (AGI-24). */
export const justSpokeOfCollaboration = ({ meetings: { collaboration } }: PartnershipState): boolean =>
  collaboration !== undefined && collaboration.items > 0 && collaboration.since === 0;

/** Meetings missed one after the other (MDM-70). */
export const missedInARow = (state: PartnershipState): number => state.meetings.missedInARow;

/** The slot that a meeting of that day was held in and that counts as missed; undefined where none does (MDM-18). */
export const missedSlotOf = (state: PartnershipState, heldOn: string): string | undefined =>
  state.meetings.missedSlots?.find(slot => belongsTo(slot, heldOn) && heldOn < slot.nextDay)?.day;

/** True when a meeting was recorded after a version of the stream. */
export const metSince = (state: PartnershipState, version: number): boolean => state.meetings.lastHeldVersion > version;

export const meetingSlotRule = 'meeting-slot';

export const statusPointRule = 'status_point_every';

const waitedFor = (state: PartnershipState, rule: string): string[] =>
  state.deadlines.filter(one => one.rule === rule).flatMap(one => (one.about === null ? [] : [one.about]));

/** A transfer is work like any other: it switches off no clock (MDM-18, HFA-26). */
const workGoesOn: readonly Phase[] = ['implementation', 'annual-review', 'transfer'];

/** Meetings and status points are asked for while actions go on, not while the partnership is suspended or dormant (MDM-53). */
const asksForMeetings = (state: PartnershipState): boolean =>
  state.standing === 'open' && !isDormant(state) && workGoesOn.includes(state.phase);

/** The meeting both sides expect next by their calendar; null when none is asked for (AGI-23). */
export function currentMeetingSlot(state: PartnershipState): Slot | null {
  const { calendar } = state.meetings;
  if (calendar === null || !asksForMeetings(state)) return null;
  const rhythm = { firstOn: calendar.firstOn, every: calendar.every, waits: 'until-the-next' } as const;
  return expectedSlot(rhythm, calendar.next, state.calendar.now, waitedFor(state, meetingSlotRule));
}

/** The status point expected next; its day is the last on which it is in time (HFA-26). */
export function currentStatusSlot(state: PartnershipState): Slot | null {
  const every = policyOf(state).timers[statusPointRule];
  const since = state.steps.implementationAt;
  if (since === null || !asksForMeetings(state) || !advances(every)) return null;
  const rhythm = { firstOn: dayOf(after(startOfDay(dayOf(since)), every)), every, waits: 'that-day' } as const;
  return expectedSlot(rhythm, state.meetings.status.next, state.calendar.now, waitedFor(state, statusPointRule));
}
