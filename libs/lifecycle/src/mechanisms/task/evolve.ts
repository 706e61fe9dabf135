import type { EventAttributes, EventData, EventType } from '@palabre/contracts';
import type { StreamState } from '../../streams/stream-state.js';
import type { TaskState } from '../../tasks/task-state.js';

const without = <S extends StreamState>(state: S, ids: readonly string[]): S => ({
  ...state,
  tasks: state.tasks.filter(task => !ids.includes(task.task)),
});

const change = <S extends StreamState>(state: S, id: string, by: Partial<TaskState>): S => ({
  ...state,
  tasks: state.tasks.map(task => (task.task === id ? { ...task, ...by } : task)),
});

/** Applies an event to the state of any stream. */
type Applied<T extends EventType> = <S extends StreamState>(state: S, data: EventData<T>, attributes: EventAttributes) => S;

/** What every stream does with its tasks and deadlines, its refusals and its calendar. */
export const taskEvolvers: { readonly [T in EventType]?: Applied<T> } = {
  TasksOpened: (state, data, attributes) => ({
    ...state,
    tasks: [
      ...state.tasks,
      ...data.tasks.map(({ title: _title, verdicts: _verdicts, requirements: _requirements, ...task }) => ({
        ...task,
        openedAt: attributes.factat,
        claimedBy: null,
        delegatedTo: null,
        escalated: 0,
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
  TaskEscalated: (state, { task, step, roles }) => ({
    ...state,
    tasks: state.tasks.map(open =>
      open.task === task ? { ...open, escalated: step, roles: [...new Set([...open.roles, ...roles])] } : open,
    ),
  }),
  DeadlinesSet: (state, data) => ({ ...state, deadlines: [...state.deadlines, ...data.deadlines] }),
  DeadlinesCleared: (state, data) => ({
    ...state,
    deadlines: state.deadlines.filter(deadline => !data.deadlines.includes(deadline.deadline)),
  }),
  CommandRefused: state => state,
  SignatureAttemptRefused: state => state,
  CalendarAdvanced: state => state,
};
