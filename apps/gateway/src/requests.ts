import { randomUUID } from 'node:crypto';
import rateLimit from '@fastify/rate-limit';
import { opaqueId } from '@palabre/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { actorOf, type Identity } from './caller.js';
import type { Identify } from './identity/token.js';
import { refuse } from './problems/gateway-refusals.js';
import { Refused } from './problems/refused.js';

const correlationHeader = 'X-Correlation-Id';

/** A correlation id that came along is kept when it is opaque; anything else is replaced, and so never reaches a log. */
function correlationOf(request: FastifyRequest): string {
  const written = opaqueId.safeParse(request.headers['x-correlation-id']);
  return written.success ? written.data : randomUUID();
}

const identityOf = (identify: Identify, request: FastifyRequest): Promise<Identity> =>
  identify(request.headers.authorization).catch((error: unknown) => {
    if (error instanceof Refused) return error;
    throw error;
  });

const isOpenToAll = (request: FastifyRequest): boolean => request.is404 || request.routeOptions.config.openToAll === true;

/** Who is counted: the person; somebody unrecognised by network address. */
const countedAs = (request: FastifyRequest): string => {
  const { identity } = request;
  return identity === null || identity instanceof Refused ? `address ${request.ip}` : `person ${identity.person}`;
};

const personIn = (request: FastifyRequest): string | null => {
  const { identity } = request;
  return identity === null || identity instanceof Refused ? null : identity.person;
};

/** One line for each answer. Opaque ids and the pattern of the route only: no token, no text, no address. Health checks only when debugging. */
function logAnswer(log: Logger, request: FastifyRequest, reply: FastifyReply): void {
  const { correlation, method, refusedWith } = request;
  const line = {
    correlation,
    method,
    route: request.routeOptions.url ?? null,
    status: reply.statusCode,
    ms: Math.round(reply.elapsedTime),
  };
  const level = request.routeOptions.config.openToAll === true ? 'debug' : 'info';
  log[level]({ ...line, person: personIn(request), ...(refusedWith === null ? {} : { refused: refusedWith }) }, 'answered');
}

export interface RequestManners {
  readonly identify: Identify;
  readonly log: Logger;
  readonly requestsPerMinute: number;
}

/**
 * What happens to every request before a handler sees it, in this order: a correlation id, who asks, the rate limit of
 * that person, and, before the body is read, the refusal of whoever could not be recognised.
 */
export async function prepareRequests(server: FastifyInstance, { identify, log, requestsPerMinute }: RequestManners): Promise<void> {
  server.decorateRequest('correlation', '');
  server.decorateRequest('identity', null);
  server.decorateRequest('refusedWith', null);
  server.addHook('onRequest', async (request, reply) => {
    request.correlation = correlationOf(request);
    reply.header(correlationHeader, request.correlation).header('X-Content-Type-Options', 'nosniff').header('Cache-Control', 'no-store');
    if (!isOpenToAll(request)) request.identity = await identityOf(identify, request);
  });
  await server.register(rateLimit, {
    max: requestsPerMinute,
    timeWindow: 60_000,
    hook: 'onRequest',
    keyGenerator: countedAs,
    errorResponseBuilder: (_, { ttl }) => refuse('too-many-requests', { retryAfterSeconds: Math.max(1, Math.ceil(ttl / 1_000)) }),
  });
  server.addHook('preParsing', async request => {
    if (!isOpenToAll(request)) actorOf(request);
  });
  server.addHook('onResponse', async (request, reply) => logAnswer(log, request, reply));
}
