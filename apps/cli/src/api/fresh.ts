import { Failure } from '../failure.js';
import type { Say } from '../words/words.js';
import type { HttpReply } from './http.js';

/** How long a read waits for a version before it is asked again, milliseconds. */
export const readWaitMs = 3_000;

/** How often a read that came too early is asked again: half a minute together. */
export const mostRereads = 10;

/** True when the views have not reached the version wanted: they say so, or do not know the partnership yet. */
export const isEarly = (reply: HttpReply, after: number | undefined): boolean =>
  after !== undefined && (reply.ok ? reply.headers.get('palabre-behind') === 'true' : reply.problem.status === 404);

/** Half a truth is no answer: what was asked for a version is not answered from before it. */
export const behind = (version: number, say: Say): Failure =>
  new Failure({ exit: 'unreachable', what: say('trouble.behind', { version }), next: say('trouble.behindNext') });
