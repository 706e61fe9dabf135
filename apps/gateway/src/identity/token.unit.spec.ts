import { generateKeyPair, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { goodClaims, headerTrials, tokenTrials, type TokenTrial } from '@palabre/testing';
import { Refused } from '../problems/refused.js';
import { audience, issuer, newSigner, tokenFrom } from '../testing/gateway-on-trial.js';
import { tokenIdentity } from './token.js';

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds;

const signer = await newSigner();
const identify = tokenIdentity(signer.publicKeys, { issuer, audience });

const codeOf = async (authorization: string | undefined): Promise<string> => {
  const outcome = await identify(authorization).catch((error: unknown) => error);
  return outcome instanceof Refused ? outcome.refusal.code : 'recognised';
};

const stranger = await newSigner();

const keyFor = async ({ algorithm, strangeKey }: TokenTrial) => {
  if (algorithm === 'HS256') return new TextEncoder().encode('a secret that two sides share and nobody publishes');
  if (algorithm !== undefined) return (await generateKeyPair(algorithm)).privateKey;
  return strangeKey ? stranger.key : signer.key;
};

async function tokenOf(trial: TokenTrial): Promise<string> {
  const { typ = 'at+jwt', expiresIn = 300 } = trial;
  const token = new SignJWT({ ...(trial.claims ?? goodClaims) })
    .setProtectedHeader({ alg: trial.algorithm ?? 'ES256', kid: 'k1', ...(typ === null ? {} : { typ }) })
    .setIssuer(trial.issuer ?? issuer)
    .setAudience(trial.audience ?? audience);
  if (expiresIn !== null) token.setExpirationTime(inSeconds(expiresIn));
  return token.sign(await keyFor(trial));
}

describe('a bearer token, by the table that every door of Palabre keeps to', () => {
  it.each(tokenTrials)('$says: $verdict', async trial => {
    expect(await codeOf(`Bearer ${await tokenOf(trial)}`)).toBe(trial.verdict);
  });

  it.each(headerTrials)('the header $header: $verdict', async ({ header, verdict }) => {
    expect(await codeOf(header)).toBe(verdict);
  });
});

describe('who a token says somebody is', () => {
  it('person, organisation and roles come from the claims, and nothing else does', async () => {
    const token = await tokenFrom(signer, { claims: { name: 'Somebody', roles: ['hq-ops', 'auditor'] } });
    expect(await identify(`Bearer ${token}`)).toEqual({ person: 'person-1', organisation: 'org-host', roles: ['hq-ops', 'auditor'] });
    expect(await codeOf(`bearer ${token}`)).toBe('recognised');
  });

  it('RS256 and ES256 are accepted, of the issuer and for the audience', async () => {
    const rsa = await newSigner('RS256');
    const token = await tokenFrom(rsa, { header: { alg: 'RS256', typ: 'JWT' } });
    await expect(tokenIdentity(rsa.publicKeys, { issuer, audience })(`Bearer ${token}`)).resolves.toMatchObject({ person: 'person-1' });
  });

  it('a token without a signature, or changed after signing, opens nothing', async () => {
    const token = await tokenFrom(signer);
    const [header = '', , signature = ''] = token.split('.');
    const claims = Buffer.from(
      JSON.stringify({ person: 'person-2', roles: ['operator'], iss: issuer, aud: audience, exp: inSeconds(60) }),
    ).toString('base64url');
    const none = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
    expect(await codeOf(`Bearer ${header}.${claims}.${signature}`)).toBe('token-foreign');
    expect(['token-foreign', 'token-unusable']).toContain(await codeOf(`Bearer ${none}.${claims}.`));
  });

  it('keys that cannot be fetched are the provider’s outage, not the person’s mistake', async () => {
    const away = tokenIdentity(() => Promise.reject(new TypeError('fetch failed')), { issuer, audience });
    const outcome = await away(`Bearer ${await tokenFrom(signer)}`).catch((error: unknown) => error);
    expect(outcome).toMatchObject({ refusal: { code: 'issuer-away' }, context: { retryAfterSeconds: 2 } });
  });
});
