import { commandAnswer } from '@palabre/contracts';
import { Failure } from '../failure.js';
import type { Say } from '../words/words.js';
import { failureOf, type HttpCircumstances, type HttpReply } from './http.js';
import type { Accepted, Refused } from './request.js';
import type { Problem } from './problem.js';

type Speaker = Pick<HttpCircumstances, 'say' | 'language'>;

const isRefusalOfCommand = ({ status }: Problem): boolean => [400, 403, 404, 409, 410, 413, 422].includes(status);

/** The server is of another version than this terminal. */
export const notUnderstood = (say: Say): Failure =>
  new Failure({
    exit: 'failed',
    what: say('trouble.notUnderstood', { server: say('server.gateway') }),
    next: say('trouble.notUnderstoodNext'),
  });

/** The answer to a command that was accepted; what comes beside it in the body is left out. */
export function acceptedIn(body: unknown, say: Say): Accepted {
  const read = commandAnswer.safeParse(body);
  if (read.success && read.data.outcome === 'accepted') return read.data;
  throw notUnderstood(say);
}

/** A refusal is an answer; anything else that went wrong ends the command. */
export function refusedOrThrow({ refusal, version, fields, status }: Problem, { language }: Speaker): Refused {
  const problem = { refusal, version, fields, status };
  if (isRefusalOfCommand(problem)) return { outcome: 'refused', ...problem };
  throw failureOf(problem, language);
}

/** The body of a good reply. Throws Failure on any other. */
export function bodyOf(reply: HttpReply, { language }: Pick<Speaker, 'language'>): unknown {
  if (reply.ok) return reply.body;
  throw failureOf(reply.problem, language);
}
