import type { Actor } from '@palabre/contracts';
import { bearerToken, TokenRefused, tokenReader, type TokenExpectations } from '@palabre/identity';
import { refuse } from '../problems/gateway-refusals.js';

/** Says who asks, from the value of the Authorization header. Throws Refused with an identity code. */
export type Identify = (authorization: string | undefined) => Promise<Actor>;

/** A fault of the token in the gateway's form; of an issuer that is away, with when to come back. */
function refused(error: unknown): unknown {
  if (!(error instanceof TokenRefused)) return error;
  return refuse(error.fault, error.fault === 'issuer-away' ? { retryAfterSeconds: 2 } : {});
}

/** Verifies bearer tokens against the issuer's keys. */
export function tokenIdentity(keys: Parameters<typeof tokenReader>[0], expectations: TokenExpectations): Identify {
  const read = tokenReader(keys, expectations);
  return async authorization => {
    try {
      return await read(bearerToken(authorization));
    } catch (error) {
      throw refused(error);
    }
  };
}
