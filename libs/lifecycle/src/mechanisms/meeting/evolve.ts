import type { EventAttributes, EventData } from '@palabre/contracts';
import type { Evolvers } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { breachTold } from '../commitment/breaches.js';
import { trustTalkedAbout } from '../declaration/evolve.js';
import { partyNames } from '../parties/questions.js';
import { currentMeetingSlot, currentStatusSlot } from './questions.js';
import type { MeetingSlice, MeetingYear } from './slice.js';
import { belongsTo, type Slot } from './slots.js';

type Held = EventData<'PlanningMeetingHeld'>;

const withMeetings = (state: PartnershipState, change: Partial<MeetingSlice>): PartnershipState => ({
  ...state,
  meetings: { ...state.meetings, ...change },
});

const emptyYear = (year: string): MeetingYear => ({
  year,
  held: 0,
  informal: 0,
  missed: 0,
  statusPoints: 0,
  statusOverdue: 0,
  accessible: 0,
  attended: {},
});

/** The figures of the years, with those of one day's year changed. */
function inYear(state: PartnershipState, day: string, change: (year: MeetingYear) => Partial<MeetingYear>): readonly MeetingYear[] {
  const name = day.slice(0, 4);
  const before = state.meetings.years.find(one => one.year === name) ?? emptyYear(name);
  return [...state.meetings.years.filter(one => one.year !== name), { ...before, ...change(before) }];
}

const attendedBy = (year: MeetingYear, held: Held): MeetingYear['attended'] =>
  held.attendance
    .filter(row => row.people > 0)
    .reduce((counts, { party }) => ({ ...counts, [party]: (counts[party] ?? 0) + 1 }), year.attended);

/** What every meeting does: it counts in its year, with who took part. */
const tookPlace = (state: PartnershipState, held: Held): PartnershipState =>
  withMeetings(state, {
    years: inYear(state, held.heldOn, year => ({
      held: year.held + 1,
      accessible: year.accessible + ((held.access ?? []).length > 0 ? 1 : 0),
      attended: attendedBy(year, held),
    })),
  });

/** The number that comes next once a slot is over; unchanged when the day belongs to no slot that was expected. */
const nextAfter = (slot: Slot | null, day: string, otherwise: number): number =>
  slot !== null && belongsTo(slot, day) ? slot.number + 1 : otherwise;

/** So many missed slots are remembered: a year of monthly meetings. */
const remembered = 12;

/** What a meeting changes in the misses: it ends their row, and takes back the one that was none (MDM-18). */
function missesAfter(state: PartnershipState, takesBack: string | undefined): Partial<MeetingSlice> {
  const { missedInARow, missedSlots = [] } = state.meetings;
  if (takesBack === undefined) return { missedInARow: 0 };
  const since = missedSlots.filter(({ day }) => day > takesBack).length;
  return {
    missedInARow: Math.min(missedInARow, since),
    missedSlots: missedSlots.filter(({ day }) => day !== takesBack),
    years: inYear(state, takesBack, year => ({ missed: Math.max(0, year.missed - 1) })),
  };
}

const meetingHeld = (state: PartnershipState, data: EventData<'MeetingHeld'>, attributes: EventAttributes): PartnershipState => {
  const { calendar } = state.meetings;
  const met = data.purpose === 'trust' ? trustTalkedAbout(state) : state;
  const taken = tookPlace(met, data);
  const recorded = withMeetings(taken, { ...missesAfter(taken, data.takesBack), lastHeldVersion: attributes.streamversion });
  if (data.kind === 'informal') {
    return withMeetings(recorded, { years: inYear(recorded, data.heldOn, year => ({ informal: year.informal + 1 })) });
  }
  const { since, items } = state.meetings.collaboration ?? { since: 0, items: 0 };
  const collaboration = data.collaboration === undefined ? { since: since + 1, items } : { since: 0, items: items + 1 };
  if (calendar === null || data.takesBack !== undefined) return withMeetings(recorded, { collaboration });
  const next = nextAfter(currentMeetingSlot(state), data.heldOn, calendar.next);
  return withMeetings(recorded, { collaboration, calendar: { ...calendar, next } });
};

const meetingMissed = (state: PartnershipState, data: EventData<'MeetingMissed'>): PartnershipState => {
  const { calendar, missedInARow, missedSlots = [] } = state.meetings;
  const slot = currentMeetingSlot(state);
  return withMeetings(state, {
    calendar: calendar === null ? null : { ...calendar, next: (slot?.number ?? calendar.next) + 1 },
    missedInARow: missedInARow + 1,
    ...(data.nextOn === undefined ? {} : { missedSlots: [...missedSlots, { day: data.slot, nextDay: data.nextOn }].slice(-remembered) }),
    years: inYear(state, data.slot, year => ({ missed: year.missed + 1 })),
  });
};

const clausesOf = ({ clauses, heldOn }: EventData<'StatusPointRecorded'>): MeetingSlice['clauses'] =>
  Object.fromEntries(clauses.map(clause => [clause.number, { state: clause.state, on: heldOn }]));

const toldRates = ({ rates, heldOn }: EventData<'StatusPointRecorded'>): Partial<MeetingSlice> => {
  if (rates === undefined) return {};
  const { activities, finances } = rates;
  return { rates: { on: heldOn, activities, ...(finances === undefined ? {} : { finances }) } };
};

/** A clause newly found breached goes to the first authority of who looks after it, or of everybody where nobody is named (HFA-24). */
const breachedClauses = (state: PartnershipState, { clauses, heldOn }: EventData<'StatusPointRecorded'>): PartnershipState =>
  clauses
    .filter(one => one.state === 'breached' && state.meetings.clauses[one.number]?.state !== 'breached')
    .reduce(
      (told, { number, owner }) => breachTold(told, 'clause', `${number}-${heldOn}`, owner === undefined ? partyNames(state) : [owner]),
      state,
    );

const statusPoint = (state: PartnershipState, data: EventData<'StatusPointRecorded'>): PartnershipState =>
  withMeetings(breachedClauses(state, data), {
    clauses: { ...state.meetings.clauses, ...clausesOf(data) },
    ...toldRates(data),
    status: { next: nextAfter(currentStatusSlot(state), data.heldOn, state.meetings.status.next), overdue: false },
    years: inYear(state, data.heldOn, year => ({ statusPoints: year.statusPoints + 1 })),
  });

const statusOverdue = (state: PartnershipState, data: EventData<'StatusReportOverdue'>): PartnershipState =>
  withMeetings(breachTold(state, 'status-point', data.slot, partyNames(state)), {
    status: { next: (currentStatusSlot(state)?.number ?? state.meetings.status.next) + 1, overdue: true },
    years: inYear(state, data.slot, year => ({ statusOverdue: year.statusOverdue + 1 })),
  });

/** Last word of each person counts. */
function preferred(state: PartnershipState, { preferences }: EventData<'IntroductionHeld'>): Partial<MeetingSlice> {
  if (preferences === undefined) return {};
  const told = preferences.map(({ person, ...preference }) => [person, preference] as const);
  return { preferences: { ...state.meetings.preferences, ...Object.fromEntries(told) } };
}

/** Who comes next is met anew (AGI-03). */
export const metNobody = (state: PartnershipState): PartnershipState => withMeetings(state, { introduced: false });

/** The parties agreed why the planning at the start is not done in person (AGI-25). */
export const distanceAgreed = (state: PartnershipState): PartnershipState => withMeetings(state, { distanceAgreed: true });

export const meetingEvolvers: Evolvers = {
  ContactHeld: (state, _data, { factat }) => withMeetings(state, { contacts: state.meetings.contacts + 1, contactedAt: factat }),
  IntroductionHeld: (state, data) => withMeetings(tookPlace(state, data), { introduced: true, ...preferred(state, data) }),
  PlanningMeetingHeld: (state, data) =>
    withMeetings(tookPlace(state, data), { plannedInPerson: data.inPerson || state.meetings.plannedInPerson === true }),
  MeetingCalendarAgreed: (state, { every, firstOn }) => withMeetings(state, { calendar: { every, firstOn, next: 0 } }),
  MeetingHeld: meetingHeld,
  MeetingMissed: meetingMissed,
  StatusPointRecorded: statusPoint,
  StatusReportOverdue: statusOverdue,
  ClosingConversationHeld: (state, data) => withMeetings(tookPlace(state, data), { closingHeld: true }),
};
