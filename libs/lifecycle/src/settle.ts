import { earliestDeadline, settleDeadlines } from './deadlines/settle-deadlines.js';
import type { Fact, SetDeadline } from '@palabre/contracts';
import type { DeadlineRow } from './mechanism.js';
import { mechanisms } from './mechanisms/index.js';
import { record, type Origin, type Progress } from './stream.js';
import { settleTasks } from './tasks/settle-tasks.js';
import { taskTable } from './tasks/task-table.js';

/** The deadline table: every row of every mechanism. */
export const deadlineTable = () => mechanisms.flatMap(mechanism => mechanism.deadlines);

/** Palabre speaks: a consequence of a rule, or a deadline that has passed. */
export const spokenByPalabre = (origin: Pick<Origin, 'cause' | 'correlation' | 'factAt' | 'recordedAt'>): Origin => ({
  ...origin,
  actor: 'palabre',
  role: 'engine',
  party: 'none',
});

/** Draws the consequences of what was just recorded: tasks opened, done and withdrawn, then deadlines set and cleared. */
export function settle(progress: Progress, since: number, origin: Origin): Progress {
  const voice = spokenByPalabre(origin);
  const happened = new Set(progress.envelopes.slice(since).map(envelope => envelope.attributes.type));
  const tasked = record(progress, settleTasks(taskTable(), progress.state, happened), voice);
  return record(tasked, settleDeadlines(deadlineTable(), tasked.state), voice);
}

const rowOf = (deadline: SetDeadline): DeadlineRow | undefined => deadlineTable().find(row => row.rule === deadline.rule);

/** More than this in one go is a rule that fires for ever: a bug, not a long absence. */
const firingLimit = 20_000;

/**
 * Fires every deadline due up to and including an instant, one by one, in order, each with its own date, drawing the
 * consequences of each before the next.
 */
export function passDeadlines(start: Progress, until: string, causes: Pick<Origin, 'correlation' | 'recordedAt'>): Progress {
  let progress = start;
  for (let fired = 0; fired < firingLimit; fired += 1) {
    const due = earliestDeadline(progress.state.deadlines);
    if (due === null || due.dueAt > until) return progress;
    const facts = (rowOf(due)?.fire(progress.state, due) ?? []) as readonly Fact[];
    const cleared: readonly Fact[] = [{ type: 'DeadlinesCleared', data: { deadlines: [due.deadline] } }];
    const origin = spokenByPalabre({ ...causes, cause: `deadline/${due.deadline}`, factAt: due.dueAt });
    const since = progress.envelopes.length;
    progress = settle(record(progress, facts.length > 0 ? facts : cleared, origin), since, origin);
  }
  throw new Error('passDeadlines: a deadline keeps firing');
}
