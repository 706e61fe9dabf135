import { z } from 'zod';
import { commitmentOrigins, workFields } from '../events/commitment.events.js';
import { executionRates, introduction, meetingRecord, regularMeeting } from '../events/meeting.events.js';
import { day, freeText, label, opaqueId, partyId } from '../fields.js';
import { calendarSpan } from '../policy.js';
import { clauseStanding } from '../vocabulary/agreement-clauses.js';
import { exchangeNatures } from '../vocabulary/exchanges.js';
import { commandRows } from './command-definition.js';
import { conveners, fileHolders, followers, guarantor } from './permissions.js';

const commitment = commandRows('commitment');
const meeting = commandRows('meeting');

export const followUpCommands = {
  MakeCommitment: commitment(
    z.strictObject({ owedBy: partyId, owedTo: partyId, what: label, dueOn: day, origin: z.enum(commitmentOrigins), ...workFields }),
    followers,
    ['MDM-24'],
    ['Prendre un engagement', 'Make a commitment'],
  ),
  /** Kept is said by the party it is owed to, never by the one who owes. */
  ConfirmCommitment: commitment(
    z.strictObject({ commitment: opaqueId, note: freeText.nullable() }),
    followers,
    ['MDM-24', 'C-08'],
    ['Confirmer un engagement tenu', 'Confirm a kept commitment'],
  ),
  RecordBreach: commitment(
    z.strictObject({ commitment: opaqueId, reason: freeText }),
    followers,
    ['HFA-22'],
    ['Constater un manquement', 'Record a breach'],
  ),
  /** `commitment` takes the reference that the task is about: a promise, or what else the first authority has to take note of (HFA-24). */
  AcknowledgeBreach: commitment(
    z.strictObject({ commitment: opaqueId }),
    guarantor,
    ['HFA-24'],
    ['Prendre acte d’un manquement', 'Acknowledge a breach'],
  ),
  ExcuseCommitment: commitment(
    z.strictObject({ commitment: opaqueId, decision: opaqueId }),
    fileHolders,
    ['C-06'],
    ['Lever un engagement par changement convenu', 'Excuse a commitment by agreed change'],
  ),
  RecordContact: meeting(
    z.strictObject({
      route: z.enum(['interview', 'open-exchange', 'network']),
      heldOn: day,
      note: freeText,
      nature: z.enum(exchangeNatures).optional(),
    }),
    fileHolders,
    ['PMP-15'],
    ['Noter un contact', 'Record a contact'],
  ),
  HoldIntroduction: meeting(
    z.strictObject({ ...meetingRecord, ...introduction }),
    fileHolders,
    ['AGI-03'],
    ['Tenir la présentation mutuelle', 'Hold the introduction'],
  ),
  HoldPlanningMeeting: meeting(
    z.strictObject(meetingRecord),
    conveners,
    ['AGI-25'],
    ['Tenir la réunion de planification', 'Hold the planning meeting'],
  ),
  AgreeMeetingCalendar: meeting(
    /** Without `every`, the rhythm is the charter's (MDM-18). */
    z.strictObject({ every: calendarSpan.optional(), firstOn: day, resources: freeText.nullable() }),
    conveners,
    ['AGI-23'],
    ['Convenir du calendrier', 'Agree the meeting calendar'],
  ),
  HoldMeeting: meeting(
    z.strictObject({ ...meetingRecord, ...regularMeeting }),
    conveners,
    ['MDM-18'],
    ['Tenir une rencontre', 'Hold a meeting'],
  ),
  RecordStatusPoint: meeting(
    z.strictObject({
      heldOn: day,
      clauses: z.array(clauseStanding),
      note: freeText,
      rates: executionRates.optional(),
    }),
    followers,
    ['HFA-18', 'HFA-26'],
    ['Faire un point de situation', 'Record a status point'],
  ),
  HoldClosingConversation: meeting(
    z.strictObject(meetingRecord),
    followers,
    ['MDM-09'],
    ['Tenir la conversation de clôture', 'Hold the closing conversation'],
  ),
  AgreeAdjustment: commitment(
    z.strictObject({ owedBy: partyId, owedTo: partyId, what: label, dueOn: day }),
    followers,
    ['AGI-24'],
    ['Convenir d’un ajustement', 'Agree an adjustment'],
  ),
};
