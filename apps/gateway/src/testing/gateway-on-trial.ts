import { Writable } from 'node:stream';
import type { Role } from '@palabre/contracts';
import { createLocalJWKSet, exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose';
import { pino } from 'pino';
import { createGateway, type Composition } from '../gateway.js';
import { tokenIdentity } from '../identity/token.js';
import type { PolicyFor } from '../policies/policies.js';
import { builtInSettings } from '../streams/settings.js';
import { FakeStreams } from './fake-streams.js';
import { FakeWorkflows, memberOrganisation } from './fake-workflows.js';

export const issuer = 'http://127.0.0.1/issuer';
export const audience = 'palabre';

export interface Signer {
  readonly key: CryptoKey;
  readonly publicKeys: ReturnType<typeof createLocalJWKSet>;
}

/** A key pair of an issuer, made for one test. */
export async function newSigner(algorithm: 'RS256' | 'ES256' = 'ES256'): Promise<Signer> {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  return { key: privateKey, publicKeys: createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), alg: algorithm, kid: 'k1' }] }) };
}

export interface TokenWish {
  readonly claims?: JWTPayload;
  readonly header?: { readonly alg?: string; readonly typ?: string };
  readonly issuer?: string;
  readonly audience?: string;
  readonly expires?: string | number;
}

/** A token that a real provider could write, with the deviations a test asks for. */
export const tokenFrom = ({ key }: Signer, wish: TokenWish = {}): Promise<string> =>
  new SignJWT({ person: 'person-1', organisation: memberOrganisation, roles: ['hq-ops'], ...wish.claims })
    .setProtectedHeader({ alg: 'ES256', typ: 'at+jwt', kid: 'k1', ...wish.header })
    .setIssuer(wish.issuer ?? issuer)
    .setAudience(wish.audience ?? audience)
    .setIssuedAt()
    .setExpirationTime(wish.expires ?? '5m')
    .sign(key);

export interface Asking {
  readonly method?: 'GET' | 'POST';
  readonly url: string;
  readonly body?: unknown;
  readonly roles?: readonly Role[];
  readonly organisation?: string;
  readonly person?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Enough of a policy for a fake that never reads it. */
export const noPolicy: PolicyFor = () => ({}) as ReturnType<PolicyFor>;

/** A gateway in memory: no port, no Temporal, an issuer of its own, its log kept as lines. */
export async function gatewayOnTrial(changes: Partial<Composition> = {}) {
  const workflows = new FakeWorkflows();
  const streams = new FakeStreams();
  const signer = await newSigner();
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  const app = await createGateway({
    workflows,
    streams,
    policies: noPolicy,
    settings: builtInSettings,
    patience: { drainingMs: 400, outageMs: 150 },
    readsUrl: null,
    identify: tokenIdentity(signer.publicKeys, { issuer, audience }),
    log: pino({ level: 'debug' }, sink),
    requestsPerMinute: 1_000_000,
    ...changes,
  });
  const ask = async ({ method, url, body, roles, organisation, person, headers = {} }: Asking) => {
    const claims = { ...(roles && { roles: [...roles] }), ...(organisation && { organisation }), ...(person && { person }) };
    const authorization = `Bearer ${await tokenFrom(signer, { claims })}`;
    const sent = body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) };
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    return app.inject({
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      url,
      ...sent,
      headers: { authorization, ...type, ...headers },
    });
  };
  return { app, ask, workflows, streams, signer, lines, stop: () => app.close() };
}

export type GatewayOnTrial = Awaited<ReturnType<typeof gatewayOnTrial>>;

/** A command that the tables accept from `hq-ops`. */
export const assessNeed = (id = 'command-1') => ({
  id,
  type: 'AssessNeed',
  data: { objective: 'Access to care', partnershipIsRightMethod: true, argument: 'Nobody manages alone.' },
});
