import * as identity from '@palabre/identity';
import { problems, type ProblemError } from '../reading/problems.js';
import type { Principal } from './principal.js';

/** Says who holds a bearer token. Throws a 401 problem for a bad token, a 503 one when the issuer cannot be asked. */
export interface TokenVerifier {
  verify(token: string): Promise<Principal>;
}

const problemOf: Readonly<Record<identity.TokenFault, () => ProblemError>> = {
  'no-token': problems.noToken,
  'token-expired': problems.tokenExpired,
  'token-foreign': problems.tokenForeign,
  'token-unusable': problems.tokenUnusable,
  'issuer-away': problems.issuerAway,
};

const asProblem = (error: unknown): unknown => (error instanceof identity.TokenRefused ? problemOf[error.fault]() : error);

/** Verifies against the issuer's published keys, by the rules by which the gateway verifies. */
export class OidcTokenVerifier implements TokenVerifier {
  readonly #read: TokenVerifier['verify'];

  constructor(options: identity.TokenExpectations, keys = identity.issuerKeys(options.issuer)) {
    this.#read = identity.tokenReader(keys, options);
  }

  async verify(token: string): Promise<Principal> {
    try {
      return await this.#read(token);
    } catch (error) {
      throw asProblem(error);
    }
  }
}

/** The token in an Authorization header. Throws a 401 problem when there is none, or none of that form. */
export function bearerToken(authorization: string | undefined): string {
  try {
    return identity.bearerToken(authorization);
  } catch (error) {
    throw asProblem(error);
  }
}
