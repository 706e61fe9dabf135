import { actor, type Actor } from '@palabre/contracts';
import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';

/** Why a token opens no door. `issuer-away` is an outage of the issuer, and no mistake of the person. */
export type TokenFault = 'no-token' | 'token-expired' | 'token-foreign' | 'token-unusable' | 'issuer-away';

/** A token that opens no door; each door says it in its own form. */
export class TokenRefused extends Error {
  constructor(readonly fault: TokenFault) {
    super(fault);
  }
}

export interface TokenExpectations {
  readonly issuer: string;
  readonly audience: string;
}

/** Access tokens of RFC 9068, and the plain type that many providers still write. */
const tokenTypes: ReadonlySet<string | undefined> = new Set(['at+jwt', 'application/at+jwt', 'jwt', undefined]);

/** Difference of clocks that is forgiven, in seconds. */
const clockToleranceSeconds = 5;

const isForeign = (error: unknown): boolean =>
  error instanceof errors.JWSSignatureVerificationFailed ||
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JOSEAlgNotAllowed ||
  (error instanceof errors.JWTClaimValidationFailed && (error.claim === 'iss' || error.claim === 'aud'));

const isUnusable = (error: unknown): boolean =>
  error instanceof errors.JWTClaimValidationFailed ||
  error instanceof errors.JWTInvalid ||
  error instanceof errors.JWSInvalid ||
  error instanceof errors.JOSENotSupported ||
  error instanceof errors.JWKSMultipleMatchingKeys;

function faultOf(error: unknown): TokenFault {
  if (error instanceof errors.JWTExpired) return 'token-expired';
  if (isForeign(error)) return 'token-foreign';
  return isUnusable(error) ? 'token-unusable' : 'issuer-away';
}

const bearer = /^Bearer +([A-Za-z0-9._~+/=-]+) *$/i;

/** The token in an Authorization header. Throws TokenRefused when there is none, or none of that form. */
export function bearerToken(authorization: string | undefined): string {
  if (authorization === undefined) throw new TokenRefused('no-token');
  const token = bearer.exec(authorization)?.[1];
  if (token === undefined) throw new TokenRefused('token-unusable');
  return token;
}

/**
 * Says who holds a token, by the issuer's keys; algorithms, issuer and audience are pinned, and nothing but person, organisation
 * and roles is looked at. One rule for every door: a token that opens one opens the other. Throws TokenRefused.
 */
export function tokenReader(keys: JWTVerifyGetKey, { issuer, audience }: TokenExpectations): (token: string) => Promise<Actor> {
  const verified = (token: string) =>
    jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ['RS256', 'ES256'],
      clockTolerance: clockToleranceSeconds,
      requiredClaims: ['exp', 'iss', 'aud'],
    }).catch((error: unknown) => {
      throw new TokenRefused(faultOf(error));
    });
  return async token => {
    const { payload, protectedHeader } = await verified(token);
    const { person, organisation, roles } = payload as Readonly<Record<'person' | 'organisation' | 'roles', unknown>>;
    const read = tokenTypes.has(protectedHeader.typ?.toLowerCase()) ? actor.safeParse({ person, organisation, roles }).data : undefined;
    if (read === undefined) throw new TokenRefused('token-unusable');
    return read;
  };
}
