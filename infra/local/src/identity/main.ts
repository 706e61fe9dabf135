import { createServer } from 'node:http';
import { runEntry } from '../entry.js';
import { exitCodeOnRequest, atEnd } from '../processes/ending.js';
import { readAccountsFile } from './accounts.js';
import { keptKeys } from './keys.js';
import { withLoginPage } from './login-page.js';
import { identityProvider } from './provider.js';

const HOUR_S = 3_600;

/** The local OpenID provider as a process: what the supervisor set comes from the environment, one READY line says that it listens. */
await runEntry(async () => {
  const { issuer, audience, accounts } = readAccountsFile(needed('PALABRE_ACCOUNTS'));
  const host = process.env['PALABRE_HOST'] ?? '127.0.0.1';
  const port = Number(needed('PALABRE_IDENTITY_PORT'));
  const tokenSeconds = Number(process.env['PALABRE_TOKEN_SECONDS'] ?? HOUR_S);
  const keys = await keptKeys(needed('PALABRE_DATA'));
  const provider = identityProvider({ issuer, audience, accounts, keys, tokenSeconds });
  provider.on('server_error', (_ctx, reason) => process.stderr.write(`${String(reason)}\n`));
  const server = createServer(withLoginPage(provider, accounts));
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  exitCodeOnRequest(0);
  atEnd(() => {
    server.closeAllConnections();
    return new Promise(resolve => server.close(() => resolve()));
  });
  process.stdout.write(`READY ${JSON.stringify({ issuer })}\n`);
  return undefined;
});

function needed(variable: string): string {
  const value = process.env[variable];
  if (value === undefined || value === '') throw new Error(`${variable} is not set. The stack's supervisor sets it; see docs on running.`);
  return value;
}
