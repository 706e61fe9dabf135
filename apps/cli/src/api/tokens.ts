import { Failure } from '../failure.js';
import type { Say } from '../words/words.js';
import type { Account, Stack } from './stack.js';

/** Bearer tokens by account. */
export interface Tokens {
  tokenFor(account: string): Promise<string>;
  /** Forgets a token that was refused, so that the next request asks for a new one. */
  forget(account: string): void;
}

interface KeptToken {
  readonly token: string;
  readonly until: number;
}

/** Tokens are asked for again this long before they end, milliseconds. */
const earlyMs = 30_000;

const basic = ({ account, clientSecret }: Account): string =>
  `Basic ${Buffer.from(`${encodeURIComponent(account)}:${encodeURIComponent(clientSecret)}`).toString('base64')}`;

async function endpointOf(stack: Stack, say: Say): Promise<string> {
  if (stack.tokenEndpoint !== null) return stack.tokenEndpoint;
  const address = `${stack.issuer ?? ''}/.well-known/openid-configuration`;
  const found: unknown = await fetch(address)
    .then(answer => answer.json())
    .catch(() => null);
  const endpoint = (found as { token_endpoint?: unknown } | null)?.token_endpoint;
  if (typeof endpoint === 'string') return endpoint;
  throw unreachable(address, say);
}

const unreachable = (address: string, say: Say): Failure =>
  new Failure({
    exit: 'unreachable',
    what: say('trouble.unreachable', { server: say('server.identity'), address }),
    next: say('trouble.unreachableNext'),
  });

function accountOf(stack: Stack, name: string, say: Say): Account {
  const found = stack.accounts.find(({ account }) => account === name);
  if (found !== undefined) return found;
  if (stack.accounts.length === 0)
    throw new Failure({ exit: 'not-permitted', what: say('trouble.noSecret', { account: name }), next: say('trouble.noSecretNext') });
  const accounts = stack.accounts.map(({ account }) => account).join(', ');
  throw new Failure({
    exit: 'not-permitted',
    what: say('trouble.noAccount', { account: name }),
    next: say('trouble.noAccountNext', { accounts }),
  });
}

async function ask(stack: Stack, account: Account, say: Say): Promise<KeptToken> {
  const endpoint = await endpointOf(stack, say);
  const answer = await fetch(endpoint, {
    method: 'POST',
    headers: { authorization: basic(account), 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  }).catch(() => null);
  if (answer === null) throw unreachable(endpoint, say);
  const said = (await answer.json().catch(() => ({}))) as { access_token?: string; expires_in?: number };
  if (!answer.ok || said.access_token === undefined)
    throw new Failure({
      exit: 'not-permitted',
      what: say('trouble.tokenRefused', { account: account.account }),
      next: say('trouble.tokenRefusedNext'),
    });
  return { token: said.access_token, until: Date.now() + (said.expires_in ?? 60) * 1_000 - earlyMs };
}

/** Client-credentials tokens of the stack's accounts, kept in memory until shortly before they end. */
export function stackTokens(stack: Stack, say: Say): Tokens {
  const kept = new Map<string, KeptToken>();
  return {
    async tokenFor(name) {
      if (stack.token !== null) return stack.token;
      const known = kept.get(name);
      if (known !== undefined && known.until > Date.now()) return known.token;
      const fresh = await ask(stack, accountOf(stack, name, say), say);
      kept.set(name, fresh);
      return fresh.token;
    },
    forget: name => void kept.delete(name),
  };
}
