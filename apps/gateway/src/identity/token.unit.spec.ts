import { describe, expect, it } from 'vitest';
import { Refused } from '../problems/refused.js';
import { audience, issuer, newSigner, tokenFrom, type TokenWish } from '../testing/gateway-on-trial.js';
import { tokenIdentity } from './token.js';

const inSeconds = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds;

const signer = await newSigner();
const identify = tokenIdentity(signer.publicKeys, { issuer, audience });

const codeOf = async (authorization: string | undefined): Promise<string> => {
  const outcome = await identify(authorization).catch((error: unknown) => error);
  return outcome instanceof Refused ? outcome.refusal.code : 'recognised';
};

const codeFor = async (wish: TokenWish) => codeOf(`Bearer ${await tokenFrom(signer, wish)}`);

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

  it('a token that expired longer ago than clocks differ is refused', async () => {
    expect(await codeFor({ expires: inSeconds(-60) })).toBe('token-expired');
    expect(await codeFor({ expires: inSeconds(-2) })).toBe('recognised');
  });

  it('another issuer, another audience, another key: foreign', async () => {
    const stranger = await newSigner();
    expect(await codeFor({ issuer: 'https://elsewhere.example' })).toBe('token-foreign');
    expect(await codeFor({ audience: 'another-house' })).toBe('token-foreign');
    expect(await codeOf(`Bearer ${await tokenFrom(stranger)}`)).toBe('token-foreign');
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

  it('claims that are missing, of another form, or name a role nobody has, are refused', async () => {
    const wrong = [
      { person: undefined },
      { organisation: 'Médecins, Paris' },
      { roles: [] },
      { roles: 'hq-ops' },
      { roles: ['emperor'] },
      { person: 7 },
    ];
    for (const claims of wrong) expect(await codeFor({ claims }), JSON.stringify(claims)).toBe('token-unusable');
  });

  it('an id token is no access token', async () => {
    expect(await codeFor({ header: { typ: 'id+jwt' } })).toBe('token-unusable');
  });

  it('no header, another scheme, garbage', async () => {
    expect(await codeOf(undefined)).toBe('no-token');
    for (const garbage of ['', 'Basic abc', 'Bearer', 'Bearer  ', 'Bearer a b', 'Bearer not.a.token', 'Bearer é'])
      expect(await codeOf(garbage)).toBe('token-unusable');
  });

  it('keys that cannot be fetched are the provider’s outage, not the person’s mistake', async () => {
    const away = tokenIdentity(() => Promise.reject(new TypeError('fetch failed')), { issuer, audience });
    const outcome = await away(`Bearer ${await tokenFrom(signer)}`).catch((error: unknown) => error);
    expect(outcome).toMatchObject({ refusal: { code: 'issuer-away' }, context: { retryAfterSeconds: 2 } });
  });
});
