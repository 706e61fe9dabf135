import { join } from 'node:path';
import { run } from '../provision/machine.js';

const CREATE_MS = 120_000;

/** The address of another database on the same server. */
export function databaseNamed(databaseUrl: string, name: string): string {
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Creates a database beside the one that the address names, unless it is there. */
export async function ensureDatabase(root: string, databaseUrl: string, name: string): Promise<void> {
  const entry = join(root, 'infra', 'local', 'dist', 'create-database.js');
  await run(process.execPath, [entry, name], { timeoutMs: CREATE_MS, env: { ...process.env, DATABASE_URL: databaseUrl } });
}

/** Shows an address without its password. */
export function withoutPassword(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.username = '';
  url.password = '';
  return url.href;
}
