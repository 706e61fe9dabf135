import { createRemoteJWKSet, errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { problems } from '../reading/problems.js';
import { readClaims, type Principal } from './principal.js';

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** Says who holds a bearer token. Throws a 401 problem for a bad token, a 503 one when the issuer cannot be asked. */
export interface TokenVerifier {
  verify(token: string): Promise<Principal>;
}

export interface IssuerOptions {
  readonly issuer: string;
  readonly audience: string;
}

/** Verifies against the issuer's published keys; they are fetched once and again when an unknown key appears. */
export class OidcTokenVerifier implements TokenVerifier {
  readonly #options: IssuerOptions;
  #keys: Promise<JWTVerifyGetKey> | null = null;

  constructor(options: IssuerOptions) {
    this.#options = options;
  }

  async verify(token: string): Promise<Principal> {
    const { issuer, audience } = this.#options;
    const keys = await this.#issuerKeys();
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: ['RS256', 'PS256', 'ES256', 'EdDSA'],
        clockTolerance: 5,
      });
      const principal = readClaims(payload);
      if (!principal) throw problems.notAuthenticated('the token names no person, organisation and roles');
      return principal;
    } catch (error) {
      if (error instanceof errors.JWKSTimeout) throw problems.unavailable('the identity provider does not answer');
      if (error instanceof errors.JOSEError) throw problems.notAuthenticated(tokenFault(error));
      if (error instanceof TypeError) throw problems.unavailable('the identity provider cannot be reached');
      throw error;
    }
  }

  async #issuerKeys(): Promise<JWTVerifyGetKey> {
    this.#keys ??= this.#discover();
    try {
      return await this.#keys;
    } catch {
      this.#keys = null;
      throw problems.unavailable('the identity provider cannot be reached');
    }
  }

  async #discover(): Promise<JWTVerifyGetKey> {
    const base = this.#options.issuer.replace(/\/$/, '');
    const answer = await fetch(`${base}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(3_000) });
    const { jwks_uri: uri } = discovery.parse(await answer.json());
    return createRemoteJWKSet(new URL(uri), { timeoutDuration: 3_000, cooldownDuration: 5_000 });
  }
}

const tokenFault = (error: errors.JOSEError): string =>
  error instanceof errors.JWTExpired ? 'the token has expired' : 'the token is not one of this issuer for this audience';
