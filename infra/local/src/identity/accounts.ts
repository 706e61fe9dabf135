import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Somebody who may sign in on a local stack: a function in an organisation, never a real person. */
export interface DemoAccount {
  readonly account: string;
  /** Opaque ids, as events carry them. */
  readonly person: string;
  readonly organisation: string;
  readonly roles: readonly string[];
  readonly name: { readonly fr: string; readonly en: string };
}

/** An account with the secret with which a terminal or a test gets its token. */
export interface AccountWithSecret extends DemoAccount {
  readonly clientSecret: string;
}

/** What `<dataDir>/accounts.json` holds (mode 0600): how to get a token for each account on this stack. */
export interface AccountsFile {
  readonly issuer: string;
  readonly tokenEndpoint: string;
  readonly audience: string;
  readonly accounts: readonly AccountWithSecret[];
}

const ACCOUNT_NAME = /^[a-z][a-z0-9-]{1,62}$/;

/** Reads the accounts; throws with every mistake in the file, by place and field. */
export function readAccounts(file: string): DemoAccount[] {
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!Array.isArray(content)) throw new Error(`${file}: a list of accounts was expected.`);
  const mistakes = content.flatMap((entry, place) => mistakesOf(entry, place));
  const names = content.map(entry => (entry as Partial<DemoAccount>).account);
  const twice = names.filter((name, place) => names.indexOf(name) !== place).map(name => `account "${name}" appears twice`);
  if (mistakes.length + twice.length > 0) throw new Error(`${file}:\n${[...mistakes, ...twice].map(line => `  - ${line}`).join('\n')}`);
  return content as DemoAccount[];
}

function mistakesOf(entry: unknown, place: number): string[] {
  const { account, person, organisation, roles, name } = (entry ?? {}) as Partial<Record<keyof DemoAccount, unknown>>;
  const at = `account ${place + 1}${typeof account === 'string' ? ` (${account})` : ''}`;
  const texts = (name ?? {}) as Partial<Record<'fr' | 'en', unknown>>;
  const checks: [boolean, string][] = [
    [typeof account === 'string' && ACCOUNT_NAME.test(account), 'account: small letters, digits and hyphens were expected'],
    [typeof person === 'string' && person !== '', 'person: the opaque id of a person was expected'],
    [typeof organisation === 'string' && organisation !== '', 'organisation: the opaque id of an organisation was expected'],
    [Array.isArray(roles) && roles.length > 0 && roles.every(role => typeof role === 'string'), 'roles: a list of role names was expected'],
    [typeof texts.fr === 'string' && typeof texts.en === 'string', 'name: a text in fr and in en was expected'],
  ];
  return checks.filter(([right]) => !right).map(([, mistake]) => `${at}: ${mistake}`);
}

/** Path of the file that tells terminals and tests how to get tokens. */
export function accountsFile(dataDir: string): string {
  return join(dataDir, 'accounts.json');
}

/** Gives every account a secret, the one it had on the last start of this data folder or a new one, and writes the file. */
export function provideAccounts(
  accounts: readonly DemoAccount[],
  dataDir: string,
  about: { issuer: string; audience: string },
): AccountsFile {
  const kept = new Map(keptSecrets(dataDir));
  const secret = (name: string) => kept.get(name) ?? randomBytes(24).toString('base64url');
  const content: AccountsFile = {
    ...about,
    tokenEndpoint: `${about.issuer}/token`,
    accounts: accounts.map(account => ({ ...account, clientSecret: secret(account.account) })),
  };
  writeFileSync(accountsFile(dataDir), `${JSON.stringify(content, undefined, 2)}\n`, { mode: 0o600 });
  return content;
}

/** Reads what `provideAccounts` wrote. */
export function readAccountsFile(file: string): AccountsFile {
  return JSON.parse(readFileSync(file, 'utf8')) as AccountsFile;
}

function keptSecrets(dataDir: string): [string, string][] {
  try {
    return readAccountsFile(accountsFile(dataDir)).accounts.map(({ account, clientSecret }) => [account, clientSecret]);
  } catch {
    return [];
  }
}
