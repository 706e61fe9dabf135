import type { PalabreApi } from '../api/palabre-api.js';
import { palabre } from '../palabre.js';
import type { Language } from '../terminal/language.js';
import { demoAccounts, InMemoryPalabre } from './in-memory-palabre.spec.js';

/** What a run of the terminal left: exit code, and the lines of both outputs. */
export interface Run {
  readonly code: number;
  readonly out: readonly string[];
  readonly err: readonly string[];
}

/** Runs `palabre` as somebody types it, in a terminal that remembers, before an API in memory. */
export async function typed(
  args: readonly string[],
  { api = new InMemoryPalabre(), language = 'en' }: { api?: PalabreApi; language?: Language } = {},
): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await palabre(args, {
    terminal: { out: line => out.push(...line.split('\n')), err: line => err.push(line), interactive: false, columns: null, language },
    env: {},
    folder: '/',
    version: '0.0.0',
    signal: new AbortController().signal,
    api,
    accounts: demoAccounts,
    pause: async () => undefined,
  });
  return { code, out, err };
}

/** The one JSON document that a run printed. */
export const jsonOf = (run: Run): unknown => JSON.parse(run.out.join('\n')) as unknown;
