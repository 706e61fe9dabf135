import { fact, type Fact, type SetDeadline } from '@palabre/contracts';
import { rowsHeard } from './after-the-end.js';
import { justBefore, later } from './calendar/span.js';
import type { DeadlineAsk, DeadlineRow } from './mechanism.js';
import { shortIdOf } from './short-ids.js';
import type { StreamState } from './streams/stream-state.js';

const deadlineId = (state: StreamState, row: Pick<DeadlineRow, 'rule'>, ask: DeadlineAsk): string =>
  `due-${shortIdOf([state.id, row.rule, ask.key, ask.dueAt].join('|'))}`;

/** What is overdue when it begins to be waited for begins today: nothing is told before what made it possible. */
const toDeadline = (state: StreamState, row: Pick<DeadlineRow, 'rule' | 'outcome'>, ask: DeadlineAsk): SetDeadline => ({
  deadline: deadlineId(state, row, ask),
  rule: row.rule,
  dueAt: later(ask.dueAt, state.calendar.now),
  outcome: row.outcome,
  party: ask.party,
  about: ask.about,
});

const asksOf = <S extends StreamState>(rows: readonly DeadlineRow<S>[], state: S): readonly SetDeadline[] =>
  rowsHeard(rows, state).flatMap(row => row.asks(state).map(ask => toDeadline(state, row, ask)));

/**
 * Of the deadlines that are no longer asked for: those that fall on this very instant and were asked for until it came.
 * Another deadline of the same instant spoke first, and takes no turn away.
 */
function stillToSpeak<S extends StreamState>(rows: readonly DeadlineRow<S>[], state: S, gone: readonly SetDeadline[]): ReadonlySet<string> {
  const { now } = state.calendar;
  if (!gone.some(({ dueAt }) => dueAt === now)) return new Set();
  const before = asksOf(rows, { ...state, calendar: { ...state.calendar, now: justBefore(now) } });
  return new Set(before.filter(({ dueAt }) => dueAt === now).map(({ deadline }) => deadline));
}

/** The difference between the deadlines that stand and those the table asks for now, as facts. */
export function settleDeadlines<S extends StreamState>(rows: readonly DeadlineRow<S>[], state: S): Fact[] {
  const asked = asksOf(rows, state);
  const askedIds = new Set(asked.map(deadline => deadline.deadline));
  const standingIds = new Set(state.deadlines.map(deadline => deadline.deadline));
  const gone = state.deadlines.filter(deadline => !askedIds.has(deadline.deadline));
  const speaking = stillToSpeak(rows, state, gone);
  const cleared = gone.map(({ deadline }) => deadline).filter(deadline => !speaking.has(deadline));
  const set = asked.filter(deadline => !standingIds.has(deadline.deadline));
  return [
    ...(cleared.length > 0 ? [fact('DeadlinesCleared', { deadlines: cleared })] : []),
    ...(set.length > 0 ? [fact('DeadlinesSet', { deadlines: set })] : []),
  ];
}

/** The deadline that comes first; of two at the same instant, the one with the lower id, so that replays agree. */
export function earliestDeadline(deadlines: readonly SetDeadline[]): SetDeadline | null {
  const isBefore = (one: SetDeadline, other: SetDeadline): boolean =>
    one.dueAt < other.dueAt || (one.dueAt === other.dueAt && one.deadline < other.deadline);
  return deadlines.reduce<SetDeadline | null>((first, one) => (first === null || isBefore(one, first) ? one : first), null);
}
