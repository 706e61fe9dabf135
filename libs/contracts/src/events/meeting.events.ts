import { z } from 'zod';
import { day, freeText, label, opaqueId, partyId } from '../fields.js';
import { calendarSpan } from '../policy.js';
import { eventRows } from './event-definition.js';

const row = eventRows('meeting');

export const meetingRecord = {
  heldOn: day,
  /** How many took part for each party. */
  attendance: z.array(z.strictObject({ party: partyId, people: z.int().min(0) })).min(1),
  inPerson: z.boolean(),
  minutes: freeText.nullable(),
  /** What was done so that everybody could take part: interpretation, access, hours, childcare … (S-15, AGI-35). */
  access: z.array(label).max(20).optional(),
};

export const meetingEvents = {
  ContactHeld: row(
    z.strictObject({ route: z.enum(['interview', 'open-exchange', 'network']), heldOn: day, note: freeText }),
    ['PMP-15'],
    ['Contact pris', 'Contact held'],
  ),
  IntroductionHeld: row(z.strictObject(meetingRecord), ['AGI-03'], ['Présentation mutuelle tenue', 'Introduction held']),
  PlanningMeetingHeld: row(z.strictObject(meetingRecord), ['AGI-25'], ['Réunion de planification tenue', 'Planning meeting held']),
  MeetingCalendarAgreed: row(
    z.strictObject({ every: calendarSpan, firstOn: day, resources: freeText.nullable() }),
    ['AGI-23', 'MDM-18'],
    ['Calendrier de rencontres convenu', 'Meeting calendar agreed'],
  ),
  MeetingHeld: row(
    z.strictObject({ ...meetingRecord, kind: z.enum(['formal', 'informal']), purpose: z.enum(['exchange', 'trust', 'mediation']) }),
    ['MDM-18', 'PMP-44'],
    ['Rencontre tenue', 'Meeting held'],
  ),
  MeetingMissed: row(z.strictObject({ slot: day, deadline: opaqueId }), ['MDM-18'], ['Rencontre manquée', 'Meeting missed']),
  StatusPointRecorded: row(
    z.strictObject({
      heldOn: day,
      clauses: z.array(z.strictObject({ number: label, state: z.enum(['kept', 'late', 'breached', 'not-due']) })),
      note: freeText,
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
