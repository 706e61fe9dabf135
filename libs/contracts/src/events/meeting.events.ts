import { z } from 'zod';
import { day, freeText, label, opaqueId, partyId } from '../fields.js';
import { calendarSpan } from '../policy.js';
import { clauseStanding } from '../vocabulary/agreement-clauses.js';
import { exchangeNatures, meetingOccasions } from '../vocabulary/exchanges.js';
import { eventRows } from './event-definition.js';

const row = eventRows('meeting');

export const meetingRecord = {
  heldOn: day,
  /** How many took part for each party. */
  attendance: z.array(z.strictObject({ party: partyId, people: z.int().min(0) })).min(1),
  inPerson: z.boolean(),
  minutes: freeText.nullable(),
  /** In this order, none left blank (AGI-15). */
  blocks: z.strictObject({ goesWell: freeText, challenges: freeText, solutions: freeText }).optional(),
  /** What was done so that everybody could take part: interpretation, access, hours, childcare … (S-15, AGI-35). */
  access: z.array(label).max(20).optional(),
  /** What people had said they need in order to take part (ALE-23). */
  needs: z.array(label).max(20).optional(),
  /** How many of those most affected and of people with disabilities were there: by their own word alone (ALE-23). */
  presence: z.strictObject({ mostAffected: z.int().min(0), withDisabilities: z.int().min(0), selfDeclared: z.literal(true) }).optional(),
  /** How often each party took the floor, where somebody kept count (PMP-53). */
  turns: z
    .array(z.strictObject({ party: partyId, turns: z.int().min(0) }))
    .max(60)
    .optional(),
  occasion: z.enum(meetingOccasions).optional(),
  nature: z.enum(exchangeNatures).optional(),
};

/** What a meeting of the calendar tells besides; `collaboration` is what was said of the collaboration itself (AGI-24). */
export const regularMeeting = {
  kind: z.enum(['formal', 'informal']),
  purpose: z.enum(['exchange', 'trust', 'mediation']),
  collaboration: freeText.optional(),
};

const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: 'an hour such as 09:30' });

/** When people like to meet, in UTC, and by which means they like to be reached. */
const preference = { from: hour, until: hour, channels: z.array(label).min(1).max(8) };

/** What people who meet for the first time speak of: five topics, and how each of them likes to work (AGI-05). */
export const introduction = {
  topics: z
    .strictObject({ values: freeText, experience: freeText, expectations: freeText, hours: freeText, communication: freeText })
    .optional(),
  preferences: z
    .array(z.strictObject({ person: opaqueId, ...preference }))
    .max(60)
    .optional(),
};

/** How much of what was planned is done, in whole per cent; finances are left out where no money flows (HFA-26). */
export const executionRates = z.strictObject({ activities: z.int().min(0).max(100), finances: z.int().min(0).max(100).optional() });

export const meetingEvents = {
  ContactHeld: row(
    z.strictObject({
      route: z.enum(['interview', 'open-exchange', 'network']),
      heldOn: day,
      note: freeText,
      nature: z.enum(exchangeNatures).optional(),
    }),
    ['PMP-15'],
    ['Contact pris', 'Contact held'],
  ),
  IntroductionHeld: row(
    z.strictObject({ ...meetingRecord, ...introduction }),
    ['AGI-03'],
    ['Présentation mutuelle tenue', 'Introduction held'],
  ),
  PlanningMeetingHeld: row(z.strictObject(meetingRecord), ['AGI-25'], ['Réunion de planification tenue', 'Planning meeting held']),
  MeetingCalendarAgreed: row(
    /** `suits`: hours and means that suit everybody who told theirs, filled in by the engine. */
    z.strictObject({ every: calendarSpan, firstOn: day, resources: freeText.nullable(), suits: z.strictObject(preference).optional() }),
    ['AGI-23', 'MDM-18'],
    ['Calendrier de rencontres convenu', 'Meeting calendar agreed'],
  ),
  MeetingHeld: row(
    /** `takesBack`: day of the slot in which it was held and that counted as missed until it was told; filled in by the engine. */
    z.strictObject({ ...meetingRecord, ...regularMeeting, takesBack: day.optional() }),
    ['MDM-18', 'PMP-44'],
    ['Rencontre tenue', 'Meeting held'],
  ),
  MeetingMissed: row(
    /** `nextOn`: day of the slot after it; a meeting held before that day and told later takes the miss back. */
    z.strictObject({ slot: day, deadline: opaqueId, nextOn: day.optional() }),
    ['MDM-18'],
    ['Rencontre manquée', 'Meeting missed'],
  ),
  StatusPointRecorded: row(
    z.strictObject({
      heldOn: day,
      clauses: z.array(clauseStanding),
      note: freeText,
      rates: executionRates.optional(),
    }),
    ['HFA-18', 'HFA-26'],
    ['Point de situation', 'Status point recorded'],
  ),
  StatusReportOverdue: row(
    z.strictObject({ slot: day, deadline: opaqueId }),
    ['HFA-21'],
    ['Point de situation en retard', 'Status report overdue'],
  ),
  ClosingConversationHeld: row(z.strictObject(meetingRecord), ['MDM-09'], ['Conversation de clôture tenue', 'Closing conversation held']),
};
