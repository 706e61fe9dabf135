import { hash } from 'node:crypto';
import type { Principal } from './principal.js';
import type { TokenVerifier } from './token-verifier.js';

/** Longest time that a verified token is taken without another look at the issuer's keys: a withdrawn key lives on no longer. */
export const rememberedMs = 60_000;

/** Most tokens remembered at once; the one remembered first makes room. */
export const mostRemembered = 2_000;

interface Remembered {
  readonly principal: Principal;
  readonly until: number;
}

/** The `exp` of a token that was verified, in milliseconds. A token without one is never remembered. */
function expiryOf(token: string): number {
  const claims: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
  const expiry = typeof claims === 'object' && claims !== null && 'exp' in claims ? claims.exp : null;
  return typeof expiry === 'number' ? expiry * 1_000 : 0;
}

/**
 * Remembers for a moment whom a token named, so that a screen that asks ten questions has its signature checked once. Kept by the
 * token's hash, never by the token; until it expires and not a moment longer. Refusals are not remembered.
 */
export class RememberingVerifier implements TokenVerifier {
  readonly #inner: TokenVerifier;
  readonly #now: () => number;
  readonly #known = new Map<string, Remembered>();

  constructor(inner: TokenVerifier, now: () => number = Date.now) {
    this.#inner = inner;
    this.#now = now;
  }

  async verify(token: string): Promise<Principal> {
    const key = hash('sha256', token, 'base64');
    const known = this.#known.get(key);
    if (known !== undefined && known.until > this.#now()) return known.principal;
    this.#known.delete(key);
    const principal = await this.#inner.verify(token);
    this.#remember(key, { principal, until: Math.min(expiryOf(token), this.#now() + rememberedMs) });
    return principal;
  }

  #remember(key: string, remembered: Remembered): void {
    if (this.#known.size >= mostRemembered) {
      const [oldest] = this.#known.keys();
      if (oldest !== undefined) this.#known.delete(oldest);
    }
    this.#known.set(key, remembered);
  }
}
