import { calendarReach, fact } from '@palabre/contracts';
import { isAtRest } from '../../after-the-end.js';
import { accept, refuse, type Decision } from '../../decision.js';
import type { Mechanism } from '../../mechanism.js';
import type { StreamState } from '../../streams/stream-state.js';
import { calendarBackwards, calendarOver, calendarTooFar, onlyInRehearsal } from './refusals.js';

/** Moves the calendar of a rehearsal; every kind of stream does it alike. */
export const calendarDeciders = {
  AdvanceCalendar: (state: StreamState, { data: { to } }: { readonly data: { readonly to: string } }): Decision => {
    if (isAtRest(state)) return refuse(calendarOver());
    if (state.calendar.kind !== 'rehearsal') return refuse(onlyInRehearsal());
    if (to > calendarReach.last) return refuse(calendarTooFar(calendarReach.last));
    if (to <= state.calendar.now) return refuse(calendarBackwards(state.calendar.now));
    return accept(fact('CalendarAdvanced', { to }));
  },
};

/** Calendar: moved by a command in a rehearsal, by time itself elsewhere. The deadlines on the way fire one by one. */
export const calendarMechanism: Mechanism = { deciders: calendarDeciders, evolvers: {}, tasks: [], deadlines: [] };
