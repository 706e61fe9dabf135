import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { preferredLanguage, problemMediaType } from '@palabre/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { gatewayRefusal, refuse } from './gateway-refusals.js';
import { problemOf } from './problem.js';
import { Refused } from './refused.js';
import { statusOf, type GatewayCode } from './statuses.js';

/** What the HTTP layer refuses before anything of ours has looked at the request. */
const codesOfHttp: Readonly<Record<number, GatewayCode>> = {
  400: 'malformed-json',
  404: 'no-such-route',
  413: 'body-too-large',
  415: 'unsupported-media-type',
};

const statusIn = (error: unknown): number | null => {
  if (error instanceof HttpException) return error.getStatus();
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : null;
  return typeof status === 'number' ? status : null;
};

/** The refusal behind anything that was thrown; null for a bug of ours. */
export function refusedBy(error: unknown): Refused | null {
  if (error instanceof Refused) return error;
  const status = statusIn(error);
  if (status === null || status < 400 || status > 499) return null;
  return refuse(codesOfHttp[status] ?? 'malformed-request');
}

/** Lines of a stack without its first, which may quote what somebody wrote. */
const framesOf = (error: unknown): string[] =>
  error instanceof Error ? (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line)) : [];

const causesOf = (error: unknown): string[] => (error instanceof Error ? [error.name, ...causesOf(error.cause)] : []);

/** Answers with a problem document (RFC 9457). */
export function answerProblem(refused: Refused, request: FastifyRequest, reply: FastifyReply): void {
  const language = preferredLanguage(request.headers['accept-language']);
  const instance = request.url.split('?')[0] ?? '/';
  const problem = problemOf(refused, { language, instance, correlation: request.correlation });
  const { retryAfterSeconds, version } = refused.context;
  request.refusedWith = problem.code;
  if (retryAfterSeconds !== undefined) reply.header('Retry-After', retryAfterSeconds);
  if (version !== undefined) reply.header('Palabre-Version', version);
  if (problem.status === 401) reply.header('WWW-Authenticate', problem.code === 'no-token' ? 'Bearer' : 'Bearer error="invalid_token"');
  reply.status(problem.status).header('Content-Language', language).header('Vary', 'Accept-Language');
  reply.header('Content-Type', `${problemMediaType}; charset=utf-8`).send(JSON.stringify(problem));
}

/** Everything thrown while a request is served becomes a problem; a bug is logged with its place, and told without it. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const refused = refusedBy(error);
    if (refused === null) this.log.error({ correlation: request.correlation, causes: causesOf(error), frames: framesOf(error) }, 'bug');
    const answer = refused ?? new Refused(gatewayRefusal('internal-error'));
    if (statusOf(answer.refusal.code) >= 500) this.log.warn({ correlation: request.correlation, code: answer.refusal.code }, 'unavailable');
    answerProblem(answer, request, http.getResponse<FastifyReply>());
  }
}
