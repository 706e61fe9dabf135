import { earliestDeadline, settleDeadlines } from './settle-deadlines.js';
import { engineActor, type Fact } from '@palabre/contracts';
import type { DeadlineRow, TaskRow } from './mechanism.js';
import { mechanisms } from './mechanisms/index.js';
import { hasEnded, type PartnershipState } from './state.js';
import { record, type Origin, type Progress, type Recorder } from './stream.js';
import type { StreamState } from './streams/stream-state.js';
import { outlivesItsStep } from './tasks/outliving.js';
import { settleTasks } from './tasks/settle-tasks.js';
import { taskTable } from './tasks/task-table.js';
import { asksWhoIsThere, waitsForWhoIsThere } from './tasks/those-who-left.js';

let rowsOfAll: readonly DeadlineRow[] | undefined;

/** The deadline table: every row of every mechanism; put together at first use, once all modules have loaded. */
export const deadlineTable = (): readonly DeadlineRow[] => (rowsOfAll ??= mechanisms.flatMap(mechanism => mechanism.deadlines));

/** Palabre speaks: a consequence of a rule, or a deadline that has passed. */
export const spokenByPalabre = (origin: Pick<Origin, 'cause' | 'correlation' | 'factAt' | 'recordedAt'>): Origin => ({
  ...origin,
  actor: engineActor,
  role: 'engine',
  party: 'none',
});

/** What streams of one kind wait for, and how they record what comes of it. */
export interface Waits<S extends StreamState> {
  readonly tasks: () => readonly TaskRow<S>[];
  readonly deadlines: () => readonly DeadlineRow<S>[];
  readonly record: Recorder<S>;
  /** Facts of one matter that follows from the state by itself; none when nothing does. */
  readonly follows?: (state: S) => readonly Fact[];
}

type Causes = Pick<Origin, 'correlation' | 'recordedAt'>;

/** How consequences follow in streams of one kind. */
export interface Settling<S extends StreamState> {
  /** Draws the consequences of what was just recorded: what follows by itself, tasks opened, done and withdrawn, deadlines set and cleared. */
  readonly settle: (progress: Progress<S>, since: number, origin: Origin) => Progress<S>;
  /**
   * Fires every deadline due up to and including an instant, one by one, in order, each with its own date, drawing the
   * consequences of each before the next. With `atMost` it stops after so many, though more may be due.
   */
  readonly passDeadlines: (start: Progress<S>, until: string, causes: Causes, atMost?: number) => Progress<S>;
}

/** More than this in one go is a rule that fires for ever: a bug, not a long absence. */
const firingLimit = 20_000;

/** More matters than this settled by one event: a consequence that follows from itself, a bug. */
const followingLimit = 500;

/** Records what follows from the state by itself, one matter after the other. */
function withFollowing<S extends StreamState>({ follows, record: recordOf }: Waits<S>, progress: Progress<S>, voice: Origin): Progress<S> {
  if (follows === undefined || hasEnded(progress.state)) return progress;
  let settled = progress;
  for (let matters = 0; matters < followingLimit; matters += 1) {
    const facts = follows(settled.state);
    if (facts.length === 0) return settled;
    settled = recordOf(settled, facts, voice);
  }
  throw new Error('settle: a consequence keeps following');
}

/** True when a deadline is due at that instant or before. */
export function isAnyDue({ deadlines }: StreamState, until: string): boolean {
  const due = earliestDeadline(deadlines);
  return due !== null && due.dueAt <= until;
}

export function settlingOf<S extends StreamState>(waits: Waits<S>): Settling<S> {
  const settle: Settling<S>['settle'] = (progress, since, origin) => {
    const voice = spokenByPalabre(origin);
    const settled = withFollowing(waits, progress, voice);
    const happened = new Set(settled.envelopes.slice(since).map(envelope => envelope.attributes.type));
    const tasked = waits.record(settled, settleTasks(waits.tasks(), settled.state, happened), voice);
    return waits.record(tasked, settleDeadlines(waits.deadlines(), tasked.state), voice);
  };
  const passDeadlines: Settling<S>['passDeadlines'] = (start, until, causes, atMost = firingLimit) => {
    let progress = start;
    for (let fired = 0; fired < atMost; fired += 1) {
      const due = earliestDeadline(progress.state.deadlines);
      if (due === null || due.dueAt > until) return progress;
      const row = waits.deadlines().find(one => one.rule === due.rule);
      const facts = (row?.fire(progress.state, due) ?? []) as readonly Fact[];
      const cleared: readonly Fact[] = [{ type: 'DeadlinesCleared', data: { deadlines: [due.deadline] } }];
      const origin = spokenByPalabre({ ...causes, cause: `deadline/${due.deadline}`, factAt: due.dueAt });
      const since = progress.envelopes.length;
      progress = settle(waits.record(progress, facts.length > 0 ? facts : cleared, origin), since, origin);
    }
    if (atMost < firingLimit) return progress;
    throw new Error('passDeadlines: a deadline keeps firing');
  };
  return { settle, passDeadlines };
}

/** The first matter that follows by itself, in any mechanism. */
function followingIn(state: PartnershipState): readonly Fact[] {
  for (const { consequences = [] } of mechanisms) {
    for (const consequence of consequences) {
      const facts = consequence(state);
      if (facts.length > 0) return facts;
    }
  }
  return [];
}

/** Consequences in partnerships. */
export const { settle, passDeadlines } = settlingOf<PartnershipState>({
  tasks: () => taskTable().map(outlivesItsStep).map(asksWhoIsThere),
  deadlines: () => deadlineTable().map(waitsForWhoIsThere),
  follows: followingIn,
  record: (...asked) => record(...asked),
});
