import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProblemError } from '../reading/problems.js';
import { OidcTokenVerifier } from './token-verifier.js';

let issuer: string;
let server: Server;
let own: CryptoKey;
let foreign: CryptoKey;

const person = { person: 'person-1', organisation: 'org-host', roles: ['hq-ops'] };

const token = (changes: { claims?: object; key?: CryptoKey; audience?: string; expires?: string; from?: string } = {}): Promise<string> =>
  new SignJWT({ ...(changes.claims ?? person) })
    .setProtectedHeader({ alg: 'RS256', kid: 'k1' })
    .setIssuer(changes.from ?? issuer)
    .setAudience(changes.audience ?? 'palabre')
    .setExpirationTime(changes.expires ?? '5m')
    .sign(changes.key ?? own);

const refusalOf = async (
  text: string,
  verifier = new OidcTokenVerifier({ issuer, audience: 'palabre' }),
): Promise<{ status: number; detail: string } | null> => {
  try {
    await verifier.verify(text);
    return null;
  } catch (error) {
    if (error instanceof ProblemError) return { status: error.problem.status, detail: error.problem.detail };
    throw error;
  }
};

beforeAll(async () => {
  const pair = await generateKeyPair('RS256', { extractable: true });
  own = pair.privateKey;
  foreign = (await generateKeyPair('RS256')).privateKey;
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'k1', alg: 'RS256', use: 'sig' }] });
  server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(request.url === '/jwks' ? keys : JSON.stringify({ issuer, jwks_uri: `${issuer}/jwks` }));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise(resolve => server.close(resolve)));

describe('a bearer token', () => {
  it('of our issuer for us says who reads', async () => {
    expect(await new OidcTokenVerifier({ issuer, audience: 'palabre' }).verify(await token())).toEqual(person);
  });

  it('that has expired, is for somebody else, of another issuer, forged or without its claims is refused as 401', async () => {
    expect(await refusalOf(await token({ expires: '-1m' }))).toEqual({ status: 401, detail: 'the token has expired' });
    for (const bad of [
      await token({ audience: 'another' }),
      await token({ from: 'http://elsewhere.invalid' }),
      await token({ key: foreign }),
      'no.token.at-all',
    ]) {
      expect(await refusalOf(bad)).toMatchObject({ status: 401 });
    }
    expect(await refusalOf(await token({ claims: { person: 'x y@z', organisation: 'org', roles: [] } }))).toMatchObject({ status: 401 });
  });

  it('cannot be judged while the issuer is away: that is an outage, not a refusal', async () => {
    const lost = new OidcTokenVerifier({ issuer: 'http://127.0.0.1:9', audience: 'palabre' });
    expect(await refusalOf(await token(), lost)).toMatchObject({ status: 503 });
  });
});
