import { z } from 'zod';
import { instant, opaqueId, partyId, sha256 } from '../fields.js';
import { localized } from '../vocabulary/localized.js';
import { gateIds } from '../vocabulary/gates.js';
import { phases } from '../vocabulary/phases.js';
import { roles } from '../vocabulary/roles.js';
import { textKinds } from '../vocabulary/texts.js';
import { eventRows } from './event-definition.js';

const task = eventRows('task');
const deadline = eventRows('deadline');
const calendar = eventRows('calendar');
const gate = eventRows('gate');

/** What a task asks to look at: the version and hash that an answer binds to. */
export const taskSubject = z.strictObject({ kind: z.enum(textKinds), version: z.int().min(1), hash: sha256 });

/** An expectation on a role: who owes which event by when. Done by that event, never by a tick. */
export const openTask = z.strictObject({
  task: opaqueId,
  kind: z.string(),
  title: localized,
  phase: z.enum(phases),
  roles: z.array(z.enum(roles)).min(1),
  party: partyId,
  dueAt: instant.nullable(),
  subject: taskSubject.nullable(),
  /** Reference of what the task is about besides a text: a case, a transfer, a commitment, a decision. */
  about: opaqueId.nullable(),
  /** Who asked, and therefore may not decide (four eyes). */
  askedBy: opaqueId.nullable(),
  /** Which command answers the task with which verdict; null where that verdict has no meaning. */
  verdicts: z.strictObject({ grant: z.string().nullable(), refuse: z.string().nullable(), contest: z.string().nullable() }),
  requirements: z.array(z.string()),
});

export type OpenTask = z.infer<typeof openTask>;

/** A moment to come: when nothing happened by then, the named outcome is recorded. */
export const setDeadline = z.strictObject({
  deadline: opaqueId,
  /** Name of the rule that set it: a key of the deadline table. */
  rule: z.string(),
  dueAt: instant,
  outcome: z.string(),
  party: partyId.nullable(),
  about: z.string().nullable(),
});

export type SetDeadline = z.infer<typeof setDeadline>;

export const engineEvents = {
  TasksOpened: task(z.strictObject({ tasks: z.array(openTask).min(1) }), ['PMP-43'], ['Tâches ouvertes', 'Tasks opened']),
  TasksCompleted: task(z.strictObject({ tasks: z.array(opaqueId).min(1) }), ['PMP-43'], ['Tâches faites', 'Tasks completed']),
  TasksWithdrawn: task(z.strictObject({ tasks: z.array(opaqueId).min(1) }), ['PMP-43'], ['Tâches retirées', 'Tasks withdrawn']),
  TaskClaimed: task(z.strictObject({ task: opaqueId, person: opaqueId }), ['PMP-43'], ['Tâche prise', 'Task claimed']),
  TaskHandedBack: task(z.strictObject({ task: opaqueId, person: opaqueId }), ['PMP-43'], ['Tâche rendue', 'Task handed back']),
  TaskDelegated: task(
    z.strictObject({ task: opaqueId, from: opaqueId, to: opaqueId, until: instant }),
    ['S-16'],
    ['Tâche déléguée', 'Task delegated'],
  ),
  TaskOverdue: task(z.strictObject({ task: opaqueId, deadline: opaqueId }), ['PMP-29'], ['Tâche en retard', 'Task overdue']),
  DeadlinesSet: deadline(z.strictObject({ deadlines: z.array(setDeadline).min(1) }), ['PMP-29'], ['Échéances posées', 'Deadlines set']),
  DeadlinesCleared: deadline(
    z.strictObject({ deadlines: z.array(opaqueId).min(1) }),
    ['PMP-29'],
    ['Échéances levées', 'Deadlines cleared'],
  ),
  /** A step of the escalation table: the roles named are asked as well from now on. */
  TaskEscalated: task(
    z.strictObject({ task: opaqueId, deadline: opaqueId, step: z.int().min(1), roles: z.array(z.enum(roles)).min(1) }),
    ['PMP-29', 'HFA-24'],
    ['Tâche portée plus haut', 'Task escalated'],
  ),
  ReminderDue: deadline(z.strictObject({ deadline: opaqueId, about: z.string() }), ['HFA-21'], ['Rappel', 'Reminder due']),
  AnnualReviewOverdue: deadline(
    z.strictObject({ deadline: opaqueId, round: z.int().min(1) }),
    ['ALE-46'],
    ['Revue annuelle en retard', 'Annual review overdue'],
  ),
  CalendarAdvanced: calendar(
    z.strictObject({ to: instant }),
    ['PMP-29'],
    ['Calendrier de répétition avancé', 'Rehearsal calendar advanced'],
  ),
  CommandRefused: gate(
    z.strictObject({
      commandType: z.string(),
      code: z.string(),
      rule: z.string(),
      reason: localized,
      next: localized,
      gates: z.array(z.enum(gateIds)),
    }),
    ['HFA-15', 'MDM-11'],
    ['Demande refusée', 'Command refused'],
  ),
  SignatureAttemptRefused: gate(
    z.strictObject({
      commandType: z.string(),
      code: z.string(),
      rule: z.string(),
      reason: localized,
      next: localized,
      gates: z.array(z.enum(gateIds)),
    }),
    ['HFA-15'],
    ['Tentative de signature refusée', 'Signature attempt refused'],
  ),
};
