import type { CalendarSpan, Role } from '@palabre/contracts';
import { after, later } from '../calendar/span.js';
import type { TaskState } from './task-state.js';

/** What happens to a task that stays undone: who is asked as well, how long after its date. */
export interface EscalationStep {
  readonly step: number;
  readonly after: CalendarSpan;
  readonly roles: readonly Role[];
}

/** In order. Our defaults: who holds the file first, the hierarchy and the guarantor of the same party afterwards (HFA-24). */
export const escalationSteps: readonly EscalationStep[] = [
  { step: 1, after: { days: 14 }, roles: ['partnership-officer', 'partner-representative'] },
  { step: 2, after: { days: 30 }, roles: ['signatory-authority', 'first-authority'] },
];

/** The next step for a task that is past its date and still names nobody of that step; null when there is none. */
export const nextStep = (task: TaskState): EscalationStep | null =>
  task.overdue
    ? (escalationSteps.find(one => one.step > task.escalated && one.roles.some(role => !task.roles.includes(role))) ?? null)
    : null;

/** When a step is due. A task that came back late, after a suspension, has its time again from then. */
export const escalationDueAt = (task: TaskState, step: EscalationStep): string | null =>
  task.dueAt === null ? null : after(later(task.dueAt, task.openedAt), step.after);
