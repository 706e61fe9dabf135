import { createRemoteJWKSet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';

const metadata = z.looseObject({ issuer: z.string(), jwks_uri: z.url() });

const answerWithinMs = 3_000;

/** Address of the provider's description (OpenID Connect Discovery 1.0, section 4). */
const descriptionOf = (issuer: string): string => `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;

async function discover(issuer: string): Promise<JWTVerifyGetKey> {
  const response = await fetch(descriptionOf(issuer), { signal: AbortSignal.timeout(answerWithinMs), redirect: 'error' });
  if (!response.ok) throw new Error(`The issuer's description answered ${response.status}.`);
  const described = metadata.parse(await response.json());
  if (described.issuer !== issuer) throw new Error("The issuer's description names another issuer.");
  return createRemoteJWKSet(new URL(described.jwks_uri), {
    timeoutDuration: answerWithinMs,
    cooldownDuration: 30_000,
    cacheMaxAge: 600_000,
  });
}

/**
 * The issuer's public keys, found through its description at the first token and cached. An issuer that is away at that
 * moment is asked again by the next request: nothing is remembered of a failure.
 */
export function issuerKeys(issuer: string): JWTVerifyGetKey {
  let found: Promise<JWTVerifyGetKey> | null = null;
  const keys = (): Promise<JWTVerifyGetKey> => {
    found ??= discover(issuer).catch((error: unknown) => {
      found = null;
      throw error;
    });
    return found;
  };
  return async (header, token) => (await keys())(header, token);
}
