import type { EventType, OpenTask, StandingTask, TextKind } from '@palabre/contracts';
import type { TaskRow } from '../mechanism.js';
import { mechanisms } from '../mechanisms/index.js';
import { actsFor } from './acts.js';
import type { TaskState } from './task-state.js';

let rowsOfAll: readonly TaskRow[] | undefined;

/** The task table: every row of every mechanism; put together at first use, once all modules have loaded. */
export const taskTable = (): readonly TaskRow[] => (rowsOfAll ??= mechanisms.flatMap(mechanism => mechanism.tasks));

const noVerdicts: OpenTask['verdicts'] = { grant: null, refuse: null, contest: null };

/** Commands that answer an open task, by verdict. A kind that left the table is answered by nothing. */
export const verdictsOf = (task: TaskState): OpenTask['verdicts'] =>
  taskTable().find(row => row.kind === task.kind)?.verdicts ?? noVerdicts;

/** What a task table says of a kind of task. */
type Described = Pick<OpenTask, 'kind' | 'title' | 'verdicts'> & {
  readonly requirements: readonly string[];
  readonly doneBy?: readonly EventType[];
  readonly text?: TextKind;
};

/** An open task with what the table says of its kind, for screens. */
export function describedTask(task: TaskState, rows: readonly Described[] = taskTable()): StandingTask {
  const row = rows.find(one => one.kind === task.kind);
  const acts = row?.doneBy === undefined ? [] : actsFor({ ...row, doneBy: row.doneBy }, task);
  return {
    task: task.task,
    kind: task.kind,
    title: row?.title ?? { fr: task.kind, en: task.kind },
    phase: task.phase,
    roles: task.roles,
    party: task.party,
    dueAt: task.dueAt,
    subject: task.subject,
    about: task.about,
    askedBy: task.askedBy,
    verdicts: row?.verdicts ?? noVerdicts,
    requirements: [...(row?.requirements ?? [])],
    ...(acts.length === 0 ? {} : { acts }),
  };
}
