import type { Evolvers } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import type { TaskState } from '../../tasks/task-state.js';

const without = (state: PartnershipState, ids: readonly string[]): PartnershipState => ({
  ...state,
  tasks: state.tasks.filter(task => !ids.includes(task.task)),
});

const change = (state: PartnershipState, id: string, by: Partial<TaskState>): PartnershipState => ({
  ...state,
  tasks: state.tasks.map(task => (task.task === id ? { ...task, ...by } : task)),
});

export const taskEvolvers: Evolvers = {
  TasksOpened: (state, data, attributes) => ({
    ...state,
    tasks: [
      ...state.tasks,
      ...data.tasks.map(({ title: _title, verdicts: _verdicts, requirements: _requirements, ...task }) => ({
        ...task,
        openedAt: attributes.factat,
        claimedBy: null,
        delegatedTo: null,
        // A task that comes back after a suspension may be past its date: it is late already and does not fall due twice.
        overdue: task.dueAt !== null && task.dueAt <= attributes.factat,
      })),
    ],
  }),
  TasksCompleted: (state, data) => without(state, data.tasks),
  TasksWithdrawn: (state, data) => without(state, data.tasks),
  TaskClaimed: (state, data) => change(state, data.task, { claimedBy: data.person }),
  TaskHandedBack: (state, data) => change(state, data.task, { claimedBy: null }),
  TaskDelegated: (state, data) => change(state, data.task, { delegatedTo: { person: data.to, until: data.until } }),
  TaskOverdue: (state, data) => change(state, data.task, { overdue: true }),
  DeadlinesSet: (state, data) => ({ ...state, deadlines: [...state.deadlines, ...data.deadlines] }),
  DeadlinesCleared: (state, data) => ({
    ...state,
    deadlines: state.deadlines.filter(deadline => !data.deadlines.includes(deadline.deadline)),
  }),
  CommandRefused: state => state,
  SignatureAttemptRefused: state => state,
  CalendarAdvanced: state => state,
};
