import { readFileSync } from 'node:fs';
import type { Actor } from '@palabre/contracts';

interface DemoAccount {
  readonly account: string;
  readonly person: string;
  readonly organisation: string;
  readonly roles: Actor['roles'];
}

/** The repository's root, seen from this file. */
export const repositoryFile = (path: string): string => new URL(`../../../../${path}`, import.meta.url).pathname;

export const demoAccounts = JSON.parse(readFileSync(repositoryFile('infra/local/accounts.json'), 'utf8')) as readonly DemoAccount[];

/** Who acts when an account asks. */
export function actorOf(name: string): Actor {
  const found = demoAccounts.find(({ account }) => account === name);
  if (found === undefined) throw new Error(`no account ${name}`);
  return { person: found.person, organisation: found.organisation, roles: [...found.roles] };
}
