import { z } from 'zod';
import { commitmentOrigins } from '../events/commitment.events.js';
import { meetingRecord } from '../events/meeting.events.js';
import { day, freeText, instant, label, money, opaqueId, partyId } from '../fields.js';
import { calendarSpan } from '../policy.js';
import { journalNotes } from '../vocabulary/journal.js';
import { commandRows } from './command-definition.js';
import { anyMember, fileHolders, followers, hierarchy } from './permissions.js';

const commitment = commandRows('commitment');
const moneyRow = commandRows('money');
const meeting = commandRows('meeting');
const journal = commandRows('journal');
const voice = commandRows('voice');
const calendar = commandRows('calendar');
const task = commandRows('task');

const notes = Object.entries(journalNotes).map(([kind, { fields }]) =>
  z.strictObject({ ...fields.shape, kind: z.literal(kind), party: z.undefined().optional() }),
);

type Note = {
  [K in keyof typeof journalNotes]: { kind: K } & Omit<z.infer<(typeof journalNotes)[K]['fields']>, 'party'>;
}[keyof typeof journalNotes];

export const followUpCommands = {
  MakeCommitment: commitment(
    z.strictObject({ owedBy: partyId, owedTo: partyId, what: label, dueOn: day, origin: z.enum(commitmentOrigins) }),
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
  AcknowledgeBreach: commitment(
    z.strictObject({ commitment: opaqueId }),
    hierarchy,
    ['HFA-24'],
    ['Prendre acte d’un manquement', 'Acknowledge a breach'],
  ),
  ExcuseCommitment: commitment(
    z.strictObject({ commitment: opaqueId, decision: opaqueId }),
    fileHolders,
    ['C-06'],
    ['Lever un engagement par changement convenu', 'Excuse a commitment by agreed change'],
  ),
  RequestTransfer: moneyRow(
    z.strictObject({ line: label, value: money, from: partyId, to: partyId }),
    fileHolders,
    ['ALE-12'],
    ['Demander un transfert', 'Request a transfer'],
  ),
  ConfirmTransfer: moneyRow(
    z.strictObject({ transfer: opaqueId, receivedOn: day }),
    fileHolders,
    ['ALE-12'],
    ['Confirmer un transfert reçu', 'Confirm a transfer received'],
  ),
  JustifyExpenditure: moneyRow(
    z.strictObject({ transfer: opaqueId, value: money, vouchers: z.array(opaqueId).min(1) }),
    fileHolders,
    ['HFA-20', 'HFA-27'],
    ['Justifier une dépense', 'Justify expenditure'],
  ),
  FlagDiversion: moneyRow(
    z.strictObject({ transfer: opaqueId, line: label, value: money, reason: freeText }),
    followers,
    ['HFA-19'],
    ['Signaler un détournement d’usage', 'Flag a diversion'],
  ),
  RecordContact: meeting(
    z.strictObject({ route: z.enum(['interview', 'open-exchange', 'network']), heldOn: day, note: freeText }),
    fileHolders,
    ['PMP-15'],
    ['Noter un contact', 'Record a contact'],
  ),
  HoldIntroduction: meeting(
    z.strictObject(meetingRecord),
    fileHolders,
    ['AGI-03'],
    ['Tenir la présentation mutuelle', 'Hold the introduction'],
  ),
  HoldPlanningMeeting: meeting(
    z.strictObject(meetingRecord),
    followers,
    ['AGI-25'],
    ['Tenir la réunion de planification', 'Hold the planning meeting'],
  ),
  AgreeMeetingCalendar: meeting(
    z.strictObject({ every: calendarSpan, firstOn: day, resources: freeText.nullable() }),
    followers,
    ['AGI-23'],
    ['Convenir du calendrier', 'Agree the meeting calendar'],
  ),
  HoldMeeting: meeting(
    z.strictObject({ ...meetingRecord, kind: z.enum(['formal', 'informal']), purpose: z.enum(['exchange', 'trust', 'mediation']) }),
    followers,
    ['MDM-18'],
    ['Tenir une rencontre', 'Hold a meeting'],
  ),
  RecordStatusPoint: meeting(
    z.strictObject({
      heldOn: day,
      clauses: z.array(z.strictObject({ number: label, state: z.enum(['kept', 'late', 'breached', 'not-due']) })),
      note: freeText,
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
  /** A dated note of a declared kind; the party is the actor's own. */
  RecordNote: journal(
    z.discriminatedUnion('kind', notes as never) as unknown as z.ZodType<Note>,
    anyMember,
    ['MDM-84', 'PMP-36'],
    ['Noter au journal', 'Record a note'],
  ),
  PostPalaverMessage: voice(
    z.strictObject({ object: opaqueId, message: freeText }),
    anyMember,
    ['MDM-01'],
    ['Parler sous l’arbre', 'Post under the tree'],
  ),
  RaiseChallenge: voice(z.strictObject({ text: freeText }), anyMember, ['ALE-08'], ['Soulever une difficulté', 'Raise a challenge']),
  AcknowledgeChallenge: voice(
    z.strictObject({ challenge: opaqueId }),
    fileHolders,
    ['PMP-32'],
    ['Reconnaître une difficulté', 'Acknowledge a challenge'],
  ),
  ResolveChallenge: voice(
    z.strictObject({ challenge: opaqueId, solution: freeText }),
    anyMember,
    ['ALE-08'],
    ['Dire une difficulté résolue', 'Say a challenge is resolved'],
  ),
  AdvanceCalendar: calendar(
    z.strictObject({ to: instant }),
    anyMember,
    ['PMP-29'],
    ['Avancer le calendrier de répétition', 'Advance the rehearsal calendar'],
  ),
  ClaimTask: task(z.strictObject({ task: opaqueId }), anyMember, ['PMP-43'], ['Prendre une tâche', 'Claim a task']),
  HandBackTask: task(z.strictObject({ task: opaqueId }), anyMember, ['PMP-43'], ['Rendre une tâche', 'Hand back a task']),
  DelegateTask: task(
    z.strictObject({ task: opaqueId, to: opaqueId, until: instant }),
    anyMember,
    ['S-16'],
    ['Déléguer une tâche', 'Delegate a task'],
  ),
};
