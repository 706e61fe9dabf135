import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Who has been here before, at this terminal. Nothing of it leaves the machine. */
export interface Visits {
  /** True once for each account: the first visit is remembered by being asked about. */
  readonly isFirst: (account: string) => boolean;
}

function known(file: string): readonly string[] {
  try {
    const accounts: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return Array.isArray(accounts) ? accounts.filter(account => typeof account === 'string') : [];
  } catch {
    return [];
  }
}

/** Where it cannot be remembered, nobody is greeted twice in one run and nothing fails. */
function remember(file: string, accounts: readonly string[]): boolean {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(accounts));
    return true;
  } catch {
    return false;
  }
}

/** Visits kept in the person's own state folder (XDG Base Directory). */
export function visitsOf(env: Readonly<Record<string, string | undefined>>): Visits {
  const folder = env['XDG_STATE_HOME'] ?? join(homedir(), '.local', 'state');
  const file = join(folder, 'palabre', 'visits.json');
  return {
    isFirst: account => {
      const before = known(file);
      return !before.includes(account) && remember(file, [...before, account]);
    },
  };
}
