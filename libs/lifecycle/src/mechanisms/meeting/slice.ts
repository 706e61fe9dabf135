import type { CalendarSpan, EventData } from '@palabre/contracts';
import type { Slot } from './slots.js';

/** kept, at risk, late or breached; not-due until its day. */
export type ClauseState = EventData<'StatusPointRecorded'>['clauses'][number]['state'];

/** One year of meetings in figures, for the indicators of participation (MDM-31). */
export interface MeetingYear {
  readonly year: string;
  readonly held: number;
  readonly informal: number;
  readonly missed: number;
  readonly statusPoints: number;
  readonly statusOverdue: number;
  /** Meetings for which something was done so that everybody could take part (S-15). */
  readonly accessible: number;
  /** Meetings in which each party took part. */
  readonly attended: Readonly<Record<string, number>>;
}

/** The rhythm both sides agreed on (AGI-23): slots count from `firstOn`, each `every` after the one before. */
export interface MeetingCalendar {
  readonly every: CalendarSpan;
  readonly firstOn: string;
  /** Number of the slot that comes next, from 0. */
  readonly next: number;
}

/** When a person likes to meet, in UTC, and by which means it likes to be reached (AGI-05). */
export interface Preference {
  readonly from: string;
  readonly until: string;
  readonly channels: readonly string[];
}

export interface MeetingSlice {
  /** By person, as told in the introduction. */
  readonly preferences?: Readonly<Record<string, Preference>>;
  readonly contacts: number;
  readonly introduced: boolean;
  /** Null until a planning meeting was held; then whether one of them was in person. */
  readonly plannedInPerson: boolean | null;
  /** The parties agreed together, with their reason, not to plan in person (AGI-25); absent while they have not. */
  readonly distanceAgreed?: true;
  readonly calendar: MeetingCalendar | null;
  /** Missed one after the other, with none held between them (MDM-70). */
  readonly missedInARow: number;
  /** The last slots that were missed, of which a meeting may still be told (MDM-18); absent before any. */
  readonly missedSlots?: readonly Pick<Slot, 'day' | 'nextDay'>[];
  /** Formal meetings since one spoke of the collaboration itself, and how many did (AGI-24); absent before any. */
  readonly collaboration?: { readonly since: number; readonly items: number };
  /** When somebody was last contacted (PMP-15). */
  readonly contactedAt?: string;
  /** Stream version at which the last meeting was recorded; 0 before any. */
  readonly lastHeldVersion: number;
  /** Status points count from the start of implementation: number of the next one, from 0, and whether one is owed. */
  readonly status: { readonly next: number; readonly overdue: boolean };
  /** Last state of each clause of the agreement that a status point has told (HFA-18). */
  readonly clauses: Readonly<Record<string, { readonly state: ClauseState; readonly on: string }>>;
  /** Execution of activities and of money as the last status point that told it, in per cent, and its day (HFA-26); absent before any. */
  readonly rates?: { readonly on: string; readonly activities: number; readonly finances?: number };
  readonly closingHeld: boolean;
  readonly years: readonly MeetingYear[];
}

export const noMeetings: MeetingSlice = {
  contacts: 0,
  introduced: false,
  plannedInPerson: null,
  calendar: null,
  missedInARow: 0,
  lastHeldVersion: 0,
  status: { next: 0, overdue: false },
  clauses: {},
  closingHeld: false,
  years: [],
};
