import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort, LOOPBACK } from '../servers/ports.js';
import { provideAccounts, type AccountWithSecret, type DemoAccount } from './accounts.js';
import { keptKeys } from './keys.js';
import { withLoginPage } from './login-page.js';
import { CONSOLE_CLIENT, identityProvider } from './provider.js';

const ACCOUNTS: DemoAccount[] = [
  { account: 'hq-ops', person: 'person-1', organisation: 'org-1', roles: ['hq-ops'], name: { fr: 'Siège', en: 'Headquarters' } },
  {
    account: 'partner-rep',
    person: 'person-2',
    organisation: 'org-2',
    roles: ['partner-representative'],
    name: { fr: 'Partenaire', en: 'Partner' },
  },
];
const CALLBACK = 'http://127.0.0.1:5173/callback';

describe('the local OpenID provider', () => {
  let dataDir: string;
  let issuer: string;
  let accounts: AccountWithSecret[];
  let server: Server;

  const open = async (port: number) => {
    const provider = identityProvider({ issuer, audience: 'palabre', accounts, keys: await keptKeys(dataDir) });
    server = createServer(withLoginPage(provider, accounts)).listen(port, LOOPBACK);
    server.maxRequestsPerSocket = 1;
    await once(server, 'listening');
  };
  const close = () => {
    server.closeAllConnections();
    return new Promise(resolve => server.close(resolve));
  };
  const verify = (token: string) =>
    jwtVerify(token, createRemoteJWKSet(new URL(`${issuer}/jwks`)), { issuer, audience: 'palabre', typ: 'at+jwt' });
  const askToken = (account: string, secret: string) =>
    fetch(`${issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${account}:${secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
  const tokenOf = async (response: Response) => ((await response.json()) as { access_token: string }).access_token;
  const secretOf = (name: string) => accounts.find(({ account }) => account === name)?.clientSecret ?? '';

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'palabre-identity-'));
    const port = await freePort();
    issuer = `http://${LOOPBACK}:${port}`;
    accounts = [...provideAccounts(ACCOUNTS, dataDir, { issuer, audience: 'palabre' }).accounts];
    await open(port);
  });
  afterAll(async () => {
    await close();
    rmSync(dataDir, { recursive: true });
  });

  it('gives a terminal a token with person, organisation and roles of the account', async () => {
    const { payload } = await verify(await tokenOf(await askToken('partner-rep', secretOf('partner-rep'))));
    expect(payload).toMatchObject({ sub: 'partner-rep', person: 'person-2', organisation: 'org-2', roles: ['partner-representative'] });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3_600);
  });

  it("gives no token for a wrong secret or another account's secret", async () => {
    expect((await askToken('partner-rep', 'wrong')).status).toBe(401);
    expect((await askToken('partner-rep', secretOf('hq-ops'))).status).toBe(401);
  });

  it('keeps its keys: a token of before a restart is still good after it', async () => {
    const token = await tokenOf(await askToken('hq-ops', secretOf('hq-ops')));
    await close();
    await open(Number(new URL(issuer).port));
    await expect(verify(token)).resolves.toMatchObject({ payload: { person: 'person-1' } });
  });

  it('lets a browser choose an account and exchange its code, with PKCE', async () => {
    const browser = new Browser();
    const verifier = randomBytes(32).toString('base64url');
    const code = await browser.signIn(issuer, verifier, 'hq-ops');
    const body = { grant_type: 'authorization_code', client_id: CONSOLE_CLIENT, redirect_uri: CALLBACK, code };
    const withoutVerifier = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams(body) });
    expect(withoutVerifier.status).toBe(400);
    const again = await browser.signIn(issuer, verifier, 'hq-ops');
    const exchange = new URLSearchParams({ ...body, code: again, code_verifier: verifier });
    const { payload } = await verify(await tokenOf(await fetch(`${issuer}/token`, { method: 'POST', body: exchange })));
    expect(payload).toMatchObject({ sub: 'hq-ops', person: 'person-1', roles: ['hq-ops'] });
  });

  it('tells a browser with an expired sign-in what to do', async () => {
    const answer = await fetch(`${issuer}/login/unknown`);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('sign in again');
  });
});

/** Follows redirects with its cookies, as a browser does, up to the address of the application. */
class Browser {
  private readonly cookies = new Map<string, string>();

  async signIn(issuer: string, verifier: string, account: string): Promise<string> {
    const query = new URLSearchParams({
      client_id: CONSOLE_CLIENT,
      response_type: 'code',
      scope: 'openid profile palabre',
      redirect_uri: CALLBACK,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      prompt: 'login',
    });
    const login = await this.follow(`${issuer}/auth?${query.toString()}`);
    const page = await (await this.send(login)).text();
    expect(page).toContain('partner-rep');
    const callback = await this.follow(login, { method: 'POST', body: new URLSearchParams({ account }) });
    return new URL(callback).searchParams.get('code') ?? '';
  }

  private async follow(address: string, first?: RequestInit): Promise<string> {
    let response = await this.send(address, first);
    for (let here = address; ; response = await this.send(here)) {
      const next = response.headers.get('location');
      if (next === null) return here;
      here = new URL(next, here).href;
      if (here.startsWith(CALLBACK)) return here;
    }
  }

  private async send(address: string, init: RequestInit = {}): Promise<Response> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }
}
