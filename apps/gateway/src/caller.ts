import type { Actor } from '@palabre/contracts';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Refused } from './problems/refused.js';

/** Who a request comes from, found before its body is read: a person, or why nobody could be recognised. */
export type Identity = Actor | Refused;

declare module 'fastify' {
  interface FastifyRequest {
    /** Follows one request from the click to the row. */
    correlation: string;
    identity: Identity | null;
    /** Code of the refusal that answered this request, for the log. */
    refusedWith: string | null;
  }
  interface FastifyContextConfig {
    /** True for routes that answer without a token. */
    openToAll?: boolean;
  }
}

/** The person who asks. Throws Refused when nobody was recognised. */
export function actorOf(request: FastifyRequest): Actor {
  const { identity } = request;
  if (identity === null) throw new Error('actorOf: the identity hook has not run');
  if (identity instanceof Refused) throw identity;
  return identity;
}

const requestOf = (context: ExecutionContext): FastifyRequest => context.switchToHttp().getRequest<FastifyRequest>();

/** Parameter of a handler: the person who asks. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Actor => actorOf(requestOf(context)));

/** Parameter of a handler: the correlation id of the request. */
export const Correlation = createParamDecorator((_: unknown, context: ExecutionContext): string => requestOf(context).correlation);
