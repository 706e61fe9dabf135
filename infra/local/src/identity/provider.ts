import Provider, { type ClientMetadata, type Configuration } from 'oidc-provider';
import type { AccountWithSecret } from './accounts.js';
import type { IdentityKeys } from './keys.js';

/** Resource and scope that a token of the local provider is for; the audience claim is set by the stack. */
export const RESOURCE = 'urn:palabre';
export const SCOPE = 'palabre';
/** The web console: a public client of a browser on this machine, any port. */
export const CONSOLE_CLIENT = 'palabre-console';

const HOUR_S = 3_600;
const WORKDAY_S = 8 * HOUR_S;
const CODE_S = 60;

export interface IdentityOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly accounts: readonly AccountWithSecret[];
  readonly keys: IdentityKeys;
  /** Life of an access token in seconds; one hour unless said. */
  readonly tokenSeconds?: number;
}

/**
 * A local OpenID provider: client credentials for terminals and tests (each account is a confidential client of its name),
 * authorization code with PKCE for a browser. Access tokens are JWTs (`at+jwt`, RS256) with `person`, `organisation` and `roles`.
 */
export function identityProvider(options: IdentityOptions): Provider {
  const byName = new Map(options.accounts.map(account => [account.account, account]));
  const claimsOf = (name: string | undefined) => {
    const account = name === undefined ? undefined : byName.get(name);
    return account && { person: account.person, organisation: account.organisation, roles: account.roles };
  };
  const tokenSeconds = options.tokenSeconds ?? HOUR_S;
  const configuration: Configuration = {
    clients: [consoleClient(), ...options.accounts.map(accountClient)],
    jwks: { keys: [options.keys.signing] },
    cookies: { keys: [...options.keys.cookies] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: SCOPE,
          audience: options.audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: tokenSeconds,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    claims: { openid: ['sub'], profile: ['name', 'person', 'organisation', 'roles'] },
    findAccount: (_ctx, id) => {
      const account = byName.get(id);
      return account && { accountId: id, claims: () => ({ sub: id, name: account.name.fr, ...claimsOf(id) }) };
    },
    extraTokenClaims: (_ctx, token) => claimsOf(token.kind === 'ClientCredentials' ? token.clientId : token.accountId),
    interactions: { url: (_ctx, { uid }) => `/login/${uid}` },
    clientBasedCORS: (_ctx, origin) => isLoopback(origin),
    pkce: { required: () => true },
    conformIdTokenClaims: false,
    ttl: {
      AccessToken: tokenSeconds,
      ClientCredentials: tokenSeconds,
      AuthorizationCode: CODE_S,
      IdToken: HOUR_S,
      Interaction: HOUR_S,
      Session: WORKDAY_S,
      Grant: WORKDAY_S,
    },
    renderError: (ctx, { error, error_description: why = '' }) => {
      ctx.type = 'text/plain; charset=utf-8';
      ctx.body = `${error}${why === '' ? '' : `: ${why}`}\n`;
    },
  };
  return new Provider(options.issuer, configuration);
}

function accountClient(account: AccountWithSecret): ClientMetadata {
  return {
    client_id: account.account,
    client_secret: account.clientSecret,
    client_name: account.name.en,
    token_endpoint_auth_method: 'client_secret_basic',
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
  };
}

function consoleClient(): ClientMetadata {
  return {
    client_id: CONSOLE_CLIENT,
    application_type: 'native',
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    redirect_uris: ['http://127.0.0.1/', 'http://127.0.0.1/callback'],
    post_logout_redirect_uris: ['http://127.0.0.1/'],
  };
}

function isLoopback(origin: string): boolean {
  return URL.canParse(origin) && ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(origin).hostname);
}
