import { actor, type Actor } from '@palabre/contracts';
import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { refuse } from '../problems/gateway-refusals.js';
import type { Refused } from '../problems/refused.js';

export interface TokenExpectations {
  readonly issuer: string;
  readonly audience: string;
}

/** Access tokens of RFC 9068, and the plain type that many providers still write. */
const tokenTypes = new Set(['at+jwt', 'application/at+jwt', 'jwt', undefined]);

/** Difference of clocks that is forgiven, in seconds. */
const clockToleranceSeconds = 5;

const foreign = (error: unknown): boolean =>
  error instanceof errors.JWSSignatureVerificationFailed ||
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JOSEAlgNotAllowed ||
  (error instanceof errors.JWTClaimValidationFailed && (error.claim === 'iss' || error.claim === 'aud'));

const unusable = (error: unknown): boolean =>
  error instanceof errors.JWTClaimValidationFailed ||
  error instanceof errors.JWTInvalid ||
  error instanceof errors.JWSInvalid ||
  error instanceof errors.JOSENotSupported ||
  error instanceof errors.JWKSMultipleMatchingKeys;

function refusedToken(error: unknown): Refused {
  if (error instanceof errors.JWTExpired) return refuse('token-expired');
  if (foreign(error)) return refuse('token-foreign');
  if (unusable(error)) return refuse('token-unusable');
  return refuse('issuer-away', { retryAfterSeconds: 2 });
}

const bearer = /^Bearer +([A-Za-z0-9._~+/=-]+) *$/i;

/** Says who asks, from the value of the Authorization header. Throws Refused with an identity code. */
export type Identify = (authorization: string | undefined) => Promise<Actor>;

/** Verifies bearer tokens against the issuer's keys; algorithms, issuer and audience are pinned. */
export function tokenIdentity(keys: JWTVerifyGetKey, { issuer, audience }: TokenExpectations): Identify {
  const verify = async (token: string) => {
    try {
      return await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ['RS256', 'ES256'],
        clockTolerance: clockToleranceSeconds,
        requiredClaims: ['exp', 'iss', 'aud'],
      });
    } catch (error) {
      throw refusedToken(error);
    }
  };
  return async authorization => {
    if (authorization === undefined) throw refuse('no-token');
    const token = bearer.exec(authorization)?.[1];
    if (token === undefined) throw refuse('token-unusable');
    const { payload, protectedHeader } = await verify(token);
    if (!tokenTypes.has(protectedHeader.typ?.toLowerCase())) throw refuse('token-unusable');
    const { person, organisation, roles } = payload as Readonly<Record<'person' | 'organisation' | 'roles', unknown>>;
    const read = actor.safeParse({ person, organisation, roles });
    if (!read.success) throw refuse('token-unusable');
    return read.data;
  };
}
