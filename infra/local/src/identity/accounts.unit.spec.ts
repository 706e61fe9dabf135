import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../supervisor/repository.js';
import { accountsFile, provideAccounts, readAccounts, readAccountsFile } from './accounts.js';

const ACCOUNT = {
  account: 'hq-ops',
  person: 'person-1',
  organisation: 'org-1',
  roles: ['hq-ops'],
  name: { fr: 'Siège', en: 'Headquarters' },
};

describe('demo accounts', () => {
  let dataDir: string;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'palabre-accounts-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  const fileWith = (content: unknown) => {
    const file = join(dataDir, 'given.json');
    writeFileSync(file, JSON.stringify(content));
    return file;
  };

  it('of the repository are in order, and belong to both sides', () => {
    const accounts = readAccounts(join(repositoryRoot(), 'infra', 'local', 'accounts.json'));
    expect(new Set(accounts.map(({ organisation }) => organisation)).size).toBeGreaterThan(1);
  });

  it('with mistakes are refused with all of them', () => {
    const read = () =>
      readAccounts(
        fileWith([
          { ...ACCOUNT, roles: [] },
          { ...ACCOUNT, person: '', name: { fr: 'Siège' } },
        ]),
      );
    expect(read).toThrow(/account 1 \(hq-ops\): roles/);
    expect(read).toThrow(/account 2 \(hq-ops\): person/);
    expect(read).toThrow(/account 2 \(hq-ops\): name/);
    expect(read).toThrow(/"hq-ops" appears twice/);
  });

  it('get a secret that stays from start to start, in a file for us alone', () => {
    const about = { issuer: 'http://127.0.0.1:1', audience: 'palabre' };
    const [first] = provideAccounts([ACCOUNT], dataDir, about).accounts;
    const [second, other] = provideAccounts([ACCOUNT, { ...ACCOUNT, account: 'partner' }], dataDir, about).accounts;
    expect(second?.clientSecret).toBe(first?.clientSecret);
    expect(other?.clientSecret).not.toBe(first?.clientSecret);
    expect(readAccountsFile(accountsFile(dataDir)).tokenEndpoint).toBe('http://127.0.0.1:1/token');
    expect(statSync(accountsFile(dataDir)).mode & 0o077).toBe(0);
  });
});
