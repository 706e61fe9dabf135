import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issuerKeys } from '@palabre/identity';
import { goodClaims, headerTrials, tokenTrials, type TokenTrial } from '@palabre/testing';
import { ProblemError } from '../reading/problems.js';
import { bearerToken, OidcTokenVerifier } from './token-verifier.js';

const issuer = 'http://127.0.0.1/issuer';
const audience = 'palabre';

const pair = await generateKeyPair('RS256', { extractable: true });
const published = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }] };
const strange = await generateKeyPair('RS256');

const keyFor = async ({ algorithm, strangeKey }: TokenTrial) => {
  if (algorithm === 'HS256') return new TextEncoder().encode('a secret that two sides share and nobody publishes');
  if (algorithm !== undefined) return (await generateKeyPair(algorithm)).privateKey;
  return strangeKey ? strange.privateKey : pair.privateKey;
};

async function tokenOf(trial: TokenTrial, from = issuer): Promise<string> {
  const { typ = 'at+jwt', expiresIn = 300 } = trial;
  const token = new SignJWT({ ...(trial.claims ?? goodClaims) })
    .setProtectedHeader({ alg: trial.algorithm ?? 'RS256', kid: 'k1', ...(typ === null ? {} : { typ }) })
    .setIssuer(trial.issuer ?? from)
    .setAudience(trial.audience ?? audience);
  if (expiresIn !== null) token.setExpirationTime(Math.floor(Date.now() / 1_000) + expiresIn);
  return token.sign(await keyFor(trial));
}

const good: TokenTrial = { says: 'an access token', verdict: 'recognised' };

const codeOf = (error: unknown): string => (error instanceof ProblemError ? error.trouble.code : String(error));

const verdictOn = (verifier: OidcTokenVerifier, token: string): Promise<string> => verifier.verify(token).then(() => 'recognised', codeOf);

describe('a bearer token, by the table that every door of Palabre keeps to', () => {
  const verifier = new OidcTokenVerifier({ issuer, audience }, createLocalJWKSet(published));

  it.each(tokenTrials)('$says: $verdict', async trial => {
    expect(await verdictOn(verifier, await tokenOf(trial))).toBe(trial.verdict);
  });

  it.each(headerTrials)('the header $header: $verdict', async ({ header, verdict }) => {
    const verdicts = await Promise.resolve()
      .then(() => verdictOn(verifier, bearerToken(header)))
      .catch(codeOf);
    expect(verdicts).toBe(verdict);
  });

  it('says who reads by its own claims, and nothing else of it does', async () => {
    const token = await tokenOf({ ...good, claims: { ...goodClaims, name: 'Somebody' } });
    expect(await verifier.verify(token)).toEqual({ person: 'person-1', organisation: 'org-host', roles: ['hq-ops'] });
  });
});

describe('the issuer', () => {
  let server: Server;
  let address: string;
  let said: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(request.url === '/jwks' ? published : { issuer: said, jwks_uri: `${address}/jwks` }));
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => new Promise(resolve => server.close(resolve)));

  it('is asked for its keys through its own description, and only believed when that names itself', async () => {
    const token = await tokenOf(good, address);
    said = 'http://elsewhere.invalid';
    const verifier = new OidcTokenVerifier({ issuer: address, audience }, issuerKeys(address));
    expect(await verdictOn(verifier, token)).toBe('issuer-away');
    said = address;
    expect(await verdictOn(verifier, token)).toBe('recognised');
  });

  it('that is away is an outage, not a refusal', async () => {
    const lost = new OidcTokenVerifier({ issuer: 'http://127.0.0.1:9', audience });
    const refused: unknown = await lost.verify(await tokenOf(good, 'http://127.0.0.1:9')).catch((error: unknown) => error);
    expect(refused).toMatchObject({ trouble: { status: 503, code: 'issuer-away' } });
  });
});
