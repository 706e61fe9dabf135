import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '@palabre/event-log';
import { ProblemError, problems } from './problems.js';

const outageCodes: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
  '53300',
]);

const isOutage = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return outageCodes.has(code) || /timeout exceeded when trying to connect|Connection terminated/.test(error.message);
};

/** SQLSTATE class 22: a value that PostgreSQL cannot take, such as a date that is none. Values come from the caller. */
const isBadValue = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && /^22[0-9A-Z]{3}$/.test(error.code);

function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isOutage(error)) return problems.unavailable('the database does not answer');
  if (isBadValue(error)) return problems.invalid('a value of the request is not of the kind that its field takes');
  if (error instanceof HttpException) {
    return error.getStatus() === 404 ? problems.notFound('there is nothing at this address') : problems.invalid(error.message);
  }
  if (error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500) return problems.invalid(error.message);
  return problems.failed();
}

/** Every error leaves as a problem; what went wrong inside goes to the log, never to the caller. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const { problem } = problemOf(error);
    if (problem.status >= 500) {
      const correlation = http.getRequest<FastifyRequest>().id;
      const fault = error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) };
      this.logger.error({ correlation, status: problem.status, fault }, 'a request failed');
    }
    if (problem.status === 503) void reply.header('retry-after', '2');
    if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
    void reply.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}
