import type { PartnershipStanding } from '@palabre/contracts';
import type { TaskRow } from './mechanism.js';
import type { StreamState } from './streams/stream-state.js';
import { describedTask, taskTable } from './tasks/task-table.js';

/** Where a stream stands, for the gateway and the sweeper; its tasks are told by the table of its kind. */
export const standingOf = <S extends StreamState>(
  state: S,
  announcedVersion: number,
  rows: readonly Pick<TaskRow<S>, 'kind' | 'title' | 'verdicts' | 'requirements' | 'doneBy' | 'text'>[] = taskTable(),
): PartnershipStanding => ({
  id: state.id,
  version: state.head.version,
  announcedVersion,
  hash: state.head.hash,
  phase: state.phase,
  standing: state.standing,
  calendar: state.calendar,
  tasks: state.tasks.map(task => describedTask(task, rows)),
  deadlines: state.deadlines,
});
