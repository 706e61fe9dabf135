import { setTimeout as wait } from 'node:timers/promises';
import { Failure, type Trouble } from '../failure.js';
import type { Language } from '../terminal/language.js';
import type { Say, WordKey } from '../words/words.js';
import { problemOf, type Problem } from './problem.js';
import type { Tokens } from './tokens.js';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  /** Account that asks; null for addresses that need nobody. */
  readonly as: string | null;
  readonly body?: unknown;
}

export type HttpReply =
  | { readonly ok: true; readonly status: number; readonly body: unknown; readonly headers: Headers }
  | { readonly ok: false; readonly problem: Problem };

export interface HttpCircumstances {
  readonly tokens: Tokens;
  readonly language: Language;
  readonly say: Say;
  readonly server: WordKey;
  /** Told once when a server makes us wait. */
  readonly onWaiting: (sentence: string) => void;
  /** How long one request is tried again while a server is away, in milliseconds. */
  readonly patienceMs: number;
  readonly pause?: (milliseconds: number) => Promise<unknown>;
}

type Attempt = { readonly reply: HttpReply } | { readonly again: number; readonly last: HttpReply | null };

const retryAfterMs = (answer: Response): number => {
  const seconds = Number(answer.headers.get('retry-after') ?? '');
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : 250;
};

/** Away or overloaded: the same request, with the same command id, may be sent again and is never carried out twice. */
const comeBack = (status: number): boolean => status === 429 || status === 502 || status === 503 || status === 504;

async function replyOf(answer: Response): Promise<HttpReply> {
  const text = await answer.text();
  const body: unknown = text === '' ? null : readable(text);
  return answer.ok
    ? { ok: true, status: answer.status, body, headers: answer.headers }
    : { ok: false, problem: problemOf(answer.status, body) };
}

function readable(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

/** The headers that every request carries. */
export async function headersFor(request: HttpRequest, circumstances: HttpCircumstances): Promise<Record<string, string>> {
  const token = request.as === null ? null : await circumstances.tokens.tokenFor(request.as);
  return {
    accept: 'application/json, application/problem+json',
    'accept-language': circumstances.language,
    ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  };
}

async function attempt(request: HttpRequest, circumstances: HttpCircumstances): Promise<Attempt> {
  const headers = await headersFor(request, circumstances);
  const body = request.body === undefined ? {} : { body: JSON.stringify(request.body) };
  const answer = await fetch(request.url, { method: request.method, headers, ...body }).catch(() => null);
  if (answer === null) return { again: 250, last: null };
  const reply = await replyOf(answer);
  if (!reply.ok && reply.problem.refusal.code === 'token-expired' && request.as !== null) {
    circumstances.tokens.forget(request.as);
    return { again: 0, last: reply };
  }
  return comeBack(answer.status) ? { again: retryAfterMs(answer), last: reply } : { reply };
}

/**
 * Sends a request, and again while the server is away, within the patience. Throws Failure `unreachable` when nobody
 * answered at all; a problem that came with the last answer is returned.
 */
export async function send(request: HttpRequest, circumstances: HttpCircumstances): Promise<HttpReply> {
  const { say, server, patienceMs, pause = wait } = circumstances;
  let waited = 0;
  for (let tries = 0; ; tries += 1) {
    const outcome = await attempt(request, circumstances);
    if ('reply' in outcome) return outcome.reply;
    const next = Math.min(outcome.again * 2 ** Math.min(tries, 3), 2_000) + 1;
    if (waited + next > patienceMs) return givenUp(outcome.last, unreachable(request, say, server));
    if (tries === 1) circumstances.onWaiting(say('trouble.waiting', { server: say(server) }));
    waited += next;
    await pause(next);
  }
}

function givenUp(last: HttpReply | null, nobody: Failure): HttpReply {
  if (last === null) throw nobody;
  return last;
}

const unreachable = (request: HttpRequest, say: Say, server: WordKey): Failure =>
  new Failure({
    exit: 'unreachable',
    what: say('trouble.unreachable', { server: say(server), address: new URL(request.url).origin }),
    next: say('trouble.unreachableNext'),
  });

const exitOf = (problem: Problem): Trouble['exit'] => {
  if (problem.status === 401 || problem.status === 403) return 'not-permitted';
  if (problem.status >= 500 || problem.status === 429) return 'unreachable';
  return problem.status === 409 || problem.status === 410 ? 'refused' : 'bad-input';
};

/** A problem as the end of a command. */
export function failureOf(problem: Problem, language: Language): Failure {
  const { code, rule, reason, next } = problem.refusal;
  return new Failure({ exit: exitOf(problem), what: reason[language], code, rule, next: next[language], fields: problem.fields });
}
