import type { CommandType } from '@palabre/contracts';
import type { SpeaksAfterTheEnd } from './mechanism.js';
import { hasEnded } from './state.js';
import type { StreamState } from './streams/stream-state.js';

/* What still moves once a stream has ended: rows of the tables that say so, as long as one of them asks something of somebody. */

/** What answers those rows, and the calendar of a rehearsal, without which they would wait for ever. */
const answers: readonly CommandType[] = ['ProposeRenewal', 'AdvanceCalendar'];

/** Of these rows, those that ask something of a stream as it stands. */
export const rowsHeard = <R extends SpeaksAfterTheEnd>(rows: readonly R[], state: StreamState): readonly R[] =>
  hasEnded(state) ? rows.filter(row => row.afterTheEnd === true) : rows;

/** True when nothing moves any more: it has ended, and nobody is asked for anything. */
export const isAtRest = (state: StreamState): boolean => hasEnded(state) && state.tasks.length === 0;

/** Whether a request may still come, as far as the end of the partnership is concerned. */
export const mayStillCome = (state: StreamState, type: CommandType): boolean =>
  !hasEnded(state) || (answers.includes(type) && !isAtRest(state));
