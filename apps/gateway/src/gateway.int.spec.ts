import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Settings } from './environment.js';
import { startGateway, type RunningGateway } from './gateway.js';
import type { Health } from './health.js';
import { assessNeed } from './testing/gateway-on-trial.js';

const listening = (server: Server): Promise<number> =>
  new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)));

const closed = (server: Server): Promise<void> => new Promise(resolve => server.close(() => resolve()));

/** Nobody listens on a port below 1024 of this machine without being asked to; a port that was free a moment ago may be taken. */
const nowhere = '127.0.0.1:1';

/** An OpenID provider as far as a gateway sees one: its description and its keys. */
async function startIssuer() {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(publicKey)), alg: 'RS256', kid: 'k1', use: 'sig' };
  const asked: string[] = [];
  const presence = { isAway: false };
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const body = request.url === '/keys' ? { keys: [jwk] } : { issuer, jwks_uri: `${issuer}/keys` };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  server.on('connection', socket => presence.isAway && socket.destroy());
  const url = `http://127.0.0.1:${await listening(server)}`;
  /** Keeps the port, so that nobody else takes it, and talks to nobody. */
  const goAway = (): void => {
    presence.isAway = true;
    server.closeAllConnections();
  };
  return { server, url, privateKey, asked, goAway, comeBack: () => void (presence.isAway = false) };
}

const tokenOf = (key: CryptoKey, issuer: string): Promise<string> =>
  new SignJWT({ person: 'person-1', organisation: 'org-host', roles: ['hq-ops'] })
    .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: 'k1' })
    .setIssuer(issuer)
    .setAudience('palabre')
    .setExpirationTime('5m')
    .sign(key);

describe('a gateway whose Temporal is away', () => {
  let gateway: RunningGateway;
  let issuer: Awaited<ReturnType<typeof startIssuer>>;
  let at: string;

  beforeAll(async () => {
    issuer = await startIssuer();
    const settings: Settings = {
      temporal: { address: nowhere, namespace: 'default', taskQueue: 'none' },
      issuer: issuer.url,
      audience: 'palabre',
      host: '127.0.0.1',
      port: 0,
      readsUrl: 'http://127.0.0.1:1',
      requestsPerMinute: 1_000,
      logLevel: 'silent',
    };
    gateway = await startGateway(settings);
    at = `http://127.0.0.1:${gateway.port}/v1`;
  });

  afterAll(async () => {
    await gateway.stop();
    await closed(issuer.server);
  });

  const send = async (token: string) =>
    fetch(`${at}/partnerships/file-1/commands`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(assessNeed()),
    });

  it('answers 503 with Retry-After within the budget, for a token checked against the keys that the issuer publishes', async () => {
    const token = await tokenOf(issuer.privateKey, issuer.url);
    const began = Date.now();
    const [first, second] = await Promise.all([send(token), send(token)]);
    expect(Date.now() - began).toBeLessThan(20_000);
    for (const answer of [first, second]) {
      expect(answer.status).toBe(503);
      expect(answer.headers.get('retry-after')).toBe('1');
      expect(await answer.json()).toMatchObject({ code: 'temporal-away', rule: 'CONTINUITY' });
    }
    expect(issuer.asked.toSorted(), 'description and keys are asked for once').toEqual(['/.well-known/openid-configuration', '/keys']);
  });

  it('shows in its health that Temporal is away and how often it tried, within seconds', async () => {
    const began = Date.now();
    const answer = await fetch(`${at}/health`);
    expect(Date.now() - began).toBeLessThan(10_000);
    expect(answer.status).toBe(503);
    const health = (await answer.json()) as Health;
    expect(health).toMatchObject({ status: 'unavailable', temporal: { reachable: false }, reads: 'http://127.0.0.1:1' });
    expect(health.retries.outageRetries).toBeGreaterThan(1);
    expect(health.retries.givenUp).toBe(2);
  });

  it('still refuses a bad request at once', async () => {
    const answer = await fetch(`${at}/partnerships/file-1/commands`, { method: 'POST' });
    expect(answer.status).toBe(401);
  });
});

describe('a gateway whose issuer is away', () => {
  it('asks for patience instead of calling the person unknown, and asks the issuer again later', async () => {
    const issuer = await startIssuer();
    const token = await tokenOf(issuer.privateKey, issuer.url);
    issuer.goAway();
    const temporal = { address: nowhere, namespace: 'default', taskQueue: 'none' };
    const rest = { audience: 'palabre', host: '127.0.0.1', port: 0, readsUrl: null, requestsPerMinute: 1_000, logLevel: 'silent' } as const;
    const gateway = await startGateway({ temporal, issuer: issuer.url, ...rest });
    const ask = () => fetch(`http://127.0.0.1:${gateway.port}/v1/nowhere`, { headers: { authorization: `Bearer ${token}` } });
    const standing = () =>
      fetch(`http://127.0.0.1:${gateway.port}/v1/partnerships/no%2Fid/standing`, { headers: { authorization: `Bearer ${token}` } });
    expect((await ask()).status).toBe(404);
    const away = await standing();
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await away.json()).toMatchObject({ code: 'issuer-away' });
    issuer.comeBack();
    expect((await standing()).status, 'recognised now; the id is one that no file has').toBe(404);
    await gateway.stop();
    await closed(issuer.server);
  });
});
