import type { EventType } from '@palabre/contracts';
import { say } from '../../decision.js';
import type { DeadlineAsk, Mechanism } from '../../mechanism.js';
import { escalationDueAt, nextStep } from '../../tasks/escalation.js';
import type { TaskState } from '../../tasks/task-state.js';
import { taskDeciders } from './decide.js';
import { taskEvolvers } from './evolve.js';

function escalationAsk(task: TaskState): readonly DeadlineAsk[] {
  const step = nextStep(task);
  const dueAt = step === null ? null : escalationDueAt(task, step);
  return step === null || dueAt === null ? [] : [{ key: `${task.task}-${step.step}`, dueAt, party: task.party, about: task.task }];
}

/** The task stays with whom it was; the roles of the step are asked as well, of the same party. */
function escalate(task: TaskState, deadline: string): readonly { type: EventType; data: unknown }[] {
  const step = nextStep(task);
  return step === null ? [] : [{ type: 'TaskEscalated', data: { task: task.task, deadline, step: step.step, roles: [...step.roles] } }];
}

/** Task: an expectation on a role, claimed, handed back, delegated; it is done by the event it asks for. */
export const taskMechanism: Mechanism = {
  deciders: taskDeciders,
  evolvers: taskEvolvers,
  tasks: [],
  deadlines: [
    {
      rule: 'task-due',
      outcome: 'TaskOverdue',
      says: say('La tâche dépasse son délai', 'The task passes its due date'),
      requirements: ['PMP-29'],
      asks: state =>
        state.tasks.flatMap(task =>
          task.dueAt === null || task.overdue ? [] : [{ key: task.task, dueAt: task.dueAt, party: task.party, about: task.kind }],
        ),
      fire: (state, deadline) =>
        state.tasks
          .filter(task => !task.overdue && task.dueAt === deadline.dueAt && task.kind === deadline.about && task.party === deadline.party)
          .slice(0, 1)
          .map(task => ({ type: 'TaskOverdue', data: { task: task.task, deadline: deadline.deadline } })),
    },
    {
      rule: 'task-escalation',
      outcome: 'TaskEscalated',
      says: say('La tâche est portée plus haut', 'The task is taken higher up'),
      requirements: ['PMP-29', 'HFA-24'],
      asks: state => state.tasks.flatMap(escalationAsk),
      fire: (state, { about, deadline }) => state.tasks.filter(task => task.task === about).flatMap(task => escalate(task, deadline)),
    },
  ],
};
