import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { problems, type ProblemError } from '../reading/problems.js';
import { issuerKeys } from './issuer-keys.js';
import { readClaims, type Principal } from './principal.js';

/** Says who holds a bearer token. Throws a 401 problem for a bad token, a 503 one when the issuer cannot be asked. */
export interface TokenVerifier {
  verify(token: string): Promise<Principal>;
}

export interface IssuerOptions {
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

function problemOf(error: unknown): ProblemError {
  if (error instanceof errors.JWTExpired) return problems.tokenExpired();
  if (isForeign(error)) return problems.tokenForeign();
  if (isUnusable(error)) return problems.tokenUnusable();
  return problems.issuerAway();
}

/**
 * Verifies against the issuer's published keys, by the rules by which the gateway verifies: a token that opens one door
 * opens the other, and one that is refused is refused with the same word at both.
 */
export class OidcTokenVerifier implements TokenVerifier {
  readonly #options: IssuerOptions;
  readonly #keys: JWTVerifyGetKey;

  constructor(options: IssuerOptions, keys: JWTVerifyGetKey = issuerKeys(options.issuer)) {
    this.#options = options;
    this.#keys = keys;
  }

  async verify(token: string): Promise<Principal> {
    const { payload, protectedHeader } = await this.#verified(token);
    const principal = tokenTypes.has(protectedHeader.typ?.toLowerCase()) ? readClaims(payload) : null;
    if (principal === null) throw problems.tokenUnusable();
    return principal;
  }

  async #verified(token: string) {
    const { issuer, audience } = this.#options;
    try {
      return await jwtVerify(token, this.#keys, {
        issuer,
        audience,
        algorithms: ['RS256', 'ES256'],
        clockTolerance: clockToleranceSeconds,
        requiredClaims: ['exp', 'iss', 'aud'],
      });
    } catch (error) {
      throw problemOf(error);
    }
  }
}

const bearer = /^Bearer +([A-Za-z0-9._~+/=-]+) *$/i;

/** The token in an Authorization header. Throws a 401 problem when there is none, or none of that form. */
export function bearerToken(authorization: string | undefined): string {
  if (authorization === undefined) throw problems.noToken();
  const token = bearer.exec(authorization)?.[1];
  if (token === undefined) throw problems.tokenUnusable();
  return token;
}
