import type { EventAttributes, EventData, EventType, OpenTask } from '@palabre/contracts';
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

/**
 * A task as the state keeps it: without what the task table says of its kind. Field by field, not by what is left of the
 * event's task: this is the commonest of all events, and a copy with fields left out costs ten times as much.
 */
const opened = ({ task, kind, phase, roles, party, dueAt, subject, about, askedBy }: OpenTask, at: string): TaskState => ({
  task,
  kind,
  phase,
  roles,
  party,
  dueAt,
  subject,
  about,
  askedBy,
  openedAt: at,
  claimedBy: null,
  delegatedTo: null,
  escalated: 0,
  // A task that comes back after a suspension may be past its date: it is late already and does not fall due twice.
  overdue: dueAt !== null && dueAt <= at,
});

/** Applies an event to the state of any stream. */
type Applied<T extends EventType> = <S extends StreamState>(state: S, data: EventData<T>, attributes: EventAttributes) => S;

/** What every stream does with its tasks and deadlines, its refusals and its calendar. */
export const taskEvolvers: { readonly [T in EventType]?: Applied<T> } = {
  TasksOpened: (state, data, { factat }) => ({ ...state, tasks: [...state.tasks, ...data.tasks.map(task => opened(task, factat))] }),
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
