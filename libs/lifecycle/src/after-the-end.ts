import type { CommandType } from '@palabre/contracts';
import { hasEnded } from './state.js';
import type { StreamState } from './streams/stream-state.js';

/* Good governance leads to renewal (HFA-38): what a closed partnership still asks for, for a time. Everything else falls silent. */

const tasks: readonly string[] = ['propose-renewal'];
const deadlines: readonly string[] = ['renewal-no-longer-asked'];
const commands: readonly CommandType[] = ['ProposeRenewal', 'AdvanceCalendar'];

/** Of the task rows, those that ask something of a stream as it stands. */
export const asking = <R extends { readonly kind: string }>(rows: readonly R[], state: StreamState): readonly R[] =>
  hasEnded(state) ? rows.filter(({ kind }) => tasks.includes(kind)) : rows;

/** Of the deadline rows, those that wait for something in a stream as it stands. */
export const waiting = <R extends { readonly rule: string }>(rows: readonly R[], state: StreamState): readonly R[] =>
  hasEnded(state) ? rows.filter(({ rule }) => deadlines.includes(rule)) : rows;

/** True when nothing moves any more: it has ended, and nobody is asked for anything. */
export const isAtRest = (state: StreamState): boolean => hasEnded(state) && !state.tasks.some(({ kind }) => tasks.includes(kind));

/** Whether a request may still come, as far as the end of the partnership is concerned. */
export const mayStillCome = (state: StreamState, type: CommandType): boolean =>
  !hasEnded(state) || (commands.includes(type) && !isAtRest(state));
