import { say } from '../../decision.js';
import type { Mechanism } from '../../mechanism.js';
import { taskDeciders } from './decide.js';
import { taskEvolvers } from './evolve.js';

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
  ],
};
