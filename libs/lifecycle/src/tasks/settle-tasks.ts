import { fact, type Fact, type OpenTask } from '@palabre/contracts';
import type { TaskRow } from '../mechanism.js';
import { rowsHeard } from '../after-the-end.js';
import { shortIdOf } from '../short-ids.js';
import type { StreamState } from '../streams/stream-state.js';
import type { TaskAsk, TaskState } from './task-state.js';

/** Opaque and stable: the same ask of the same partnership has the same id, whenever it is computed. */
const taskId = (state: StreamState, row: Pick<TaskRow, 'kind'>, ask: TaskAsk): string =>
  `task-${shortIdOf([state.id, row.kind, ask.party, ask.key, ask.subject?.hash ?? '', ask.about ?? ''].join('|'))}`;

const toOpenTask = <S extends StreamState>(state: S, row: TaskRow<S>, ask: TaskAsk): OpenTask => ({
  task: taskId(state, row, ask),
  kind: row.kind,
  title: row.title,
  phase: state.phase,
  roles: [...row.roles],
  party: ask.party,
  dueAt: ask.dueAt,
  subject: ask.subject,
  about: ask.about,
  askedBy: ask.askedBy,
  verdicts: row.verdicts,
  requirements: [...row.requirements],
});

const wasDone = (rows: readonly Pick<TaskRow, 'kind' | 'doneBy'>[], task: TaskState, happened: ReadonlySet<string>): boolean =>
  rows.some(row => row.kind === task.kind && row.doneBy.some(type => happened.has(type)));

/**
 * The difference between the tasks that stand open and those the table asks for now, as facts. `happened` are the
 * types of the events just recorded: a task that vanished with one of the events it asked for is completed; otherwise
 * it is withdrawn. An ended partnership asks for next to nothing.
 */
export function settleTasks<S extends StreamState>(rows: readonly TaskRow<S>[], state: S, happened: ReadonlySet<string>): Fact[] {
  const asked = rowsHeard(rows, state).flatMap(row => row.asks(state).map(ask => toOpenTask(state, row, ask)));
  const askedIds = new Set(asked.map(task => task.task));
  const openIds = new Set(state.tasks.map(task => task.task));
  const gone = state.tasks.filter(task => !askedIds.has(task.task));
  const completed = gone.filter(task => wasDone(rows, task, happened)).map(task => task.task);
  const withdrawn = gone.filter(task => !wasDone(rows, task, happened)).map(task => task.task);
  const opened = asked.filter(task => !openIds.has(task.task));
  return [
    ...(completed.length > 0 ? [fact('TasksCompleted', { tasks: completed })] : []),
    ...(withdrawn.length > 0 ? [fact('TasksWithdrawn', { tasks: withdrawn })] : []),
    ...(opened.length > 0 ? [fact('TasksOpened', { tasks: opened })] : []),
  ];
}
