import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { preferredLanguage, problemDetails, problemMediaType } from '@palabre/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from '@palabre/event-log';
import { ProblemError, problems, say } from './problems.js';

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

const nothingHere = say('Il n’y a rien à cette adresse.', 'There is nothing at this address.');
const unreadable = say('La requête ne peut pas être lue.', 'The request cannot be read.');

function troubleOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  if (isOutage(error)) return problems.unavailable(say('La base de données ne répond pas.', 'The database does not answer.'));
  if (isBadValue(error))
    return problems.invalid(
      say(
        'Une valeur de la requête n’est pas du genre que son champ admet.',
        'A value of the request is not of the kind that its field takes.',
      ),
    );
  if (error instanceof HttpException) return error.getStatus() === 404 ? problems.notFound(nothingHere) : problems.invalid(unreadable);
  if (error instanceof Error && 'statusCode' in error && Number(error.statusCode) < 500) return problems.invalid(unreadable);
  return problems.failed();
}

/** Every error leaves as a problem in the caller's language; what went wrong inside goes to the log, never to the caller. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const { trouble } = troubleOf(error);
    if (trouble.status >= 500) {
      const fault = error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) };
      this.logger.error({ correlation: request.id, status: trouble.status, fault }, 'a request failed');
    }
    if (trouble.status === 503) void reply.header('retry-after', '2');
    if (trouble.status === 401) void reply.header('www-authenticate', 'Bearer');
    const language = preferredLanguage(request.headers['accept-language']);
    const problem = problemDetails('problem', trouble, { language, instance: request.url.split('?')[0] ?? '/', correlation: request.id });
    void reply.status(trouble.status).header('content-language', language).header('vary', 'Accept-Language');
    void reply.type(`${problemMediaType}; charset=utf-8`).send(JSON.stringify(problem));
  }
}
