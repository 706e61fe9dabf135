import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import type { DemoAccount } from './accounts.js';
import { RESOURCE, SCOPE } from './provider.js';

const BODY_LIMIT = 4_096;

/** Serves the sign-in page (a list of the accounts, no password: this provider is for one machine) and, for all else, the provider. */
export function withLoginPage(provider: Provider, accounts: readonly DemoAccount[]): RequestListener {
  const others = provider.callback();
  return (request, response) => {
    if (!/^\/login\/[\w-]+$/.test(request.url ?? '')) return others(request, response);
    void serve(provider, accounts, request, response).catch((reason: unknown) => {
      const expired = reason instanceof Error && reason.name === 'SessionNotFound';
      response.writeHead(expired ? 400 : 500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(expired ? 'This sign-in has expired. Go back to the application and sign in again.\n' : 'Sign-in failed. Try again.\n');
      if (!expired) process.stderr.write(`sign-in failed: ${String(reason)}\n`);
    });
  };
}

async function serve(
  provider: Provider,
  accounts: readonly DemoAccount[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const interaction = await provider.interactionDetails(request, response);
  const chosen = request.method === 'POST' ? (await form(request)).get('account') : null;
  const account = accounts.find(one => one.account === chosen);
  if (account === undefined) {
    response.writeHead(chosen === null ? 200 : 400, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
    response.end(page(interaction.uid, accounts));
    return;
  }
  const grant = new provider.Grant({ accountId: account.account, clientId: String(interaction.params['client_id']) });
  grant.addOIDCScope('openid profile');
  grant.addResourceScope(RESOURCE, SCOPE);
  const grantId = await grant.save();
  await provider.interactionFinished(request, response, { login: { accountId: account.account }, consent: { grantId } });
}

async function form(request: IncomingMessage): Promise<URLSearchParams> {
  let body = '';
  for await (const chunk of request as AsyncIterable<Buffer>) {
    body += chunk.toString('utf8');
    if (body.length > BODY_LIMIT) break;
  }
  return new URLSearchParams(body);
}

function page(uid: string, accounts: readonly DemoAccount[]): string {
  const button = ({ account, name, organisation, roles }: DemoAccount) =>
    `<li><button name="account" value="${safe(account)}"><strong lang="fr">${safe(name.fr)}</strong> · <span lang="en">${safe(name.en)}</span>` +
    `<br><small>${safe(account)} · ${safe(organisation)} · ${safe(roles.join(', '))}</small></button></li>`;
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Palabre · Sign in</title>
<style>
  body { font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem; }
  ul { list-style: none; padding: 0; }
  button { width: 100%; min-height: 3rem; margin: .25rem 0; padding: .5rem 1rem; font: inherit; text-align: start; cursor: pointer; }
</style>
<main>
  <h1>Palabre</h1>
  <p lang="fr">Compte de démonstration : choisissez qui vous êtes.</p>
  <p>Demo account: choose who you are.</p>
  <form method="post" action="/login/${safe(uid)}"><ul>${accounts.map(button).join('')}</ul></form>
</main>
`;
}

function safe(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
