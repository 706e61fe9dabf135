import { createParamDecorator, Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { problems } from '../reading/problems.js';
import type { Principal } from './principal.js';
import { bearerToken, type TokenVerifier } from './token-verifier.js';

export const tokenVerifier = Symbol('TokenVerifier');

const callers = new WeakMap<FastifyRequest, Principal>();

/** Lets nobody through without a token that holds. What the caller may see is decided where it is read. */
@Injectable()
export class IdentityGuard implements CanActivate {
  constructor(@Inject(tokenVerifier) private readonly verifier: TokenVerifier) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    callers.set(request, await this.verifier.verify(bearerToken(request.headers.authorization)));
    return true;
  }
}

/** The verified caller, as a parameter of a handler behind the guard. */
export const Caller = createParamDecorator((_data: unknown, context: ExecutionContext): Principal => {
  const caller = callers.get(context.switchToHttp().getRequest<FastifyRequest>());
  if (!caller) throw problems.noToken();
  return caller;
});
