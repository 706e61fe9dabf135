import { readFileSync } from 'node:fs';
import type { Localized } from '@palabre/contracts';
import type { PalabreApi } from './api/palabre-api.js';
import { Failure } from './failure.js';
import { withAmounts } from './terminal/amounts.js';
import type { Terminal } from './terminal/terminal.js';
import type { Say } from './words/words.js';

/** What a command works with. */
export interface Session {
  readonly terminal: Terminal;
  readonly say: Say;
  /** One JSON document on standard output, nothing else. */
  readonly json: boolean;
  /** Account that asks. */
  readonly as: string;
  readonly api: PalabreApi;
  /** Accounts that are known here, with their person ids. */
  readonly accounts: readonly { readonly account: string; readonly person: string }[];
  /** What tells the stack asked from others on the same engine; null when there is but one. */
  readonly stackMark: string | null;
  readonly pause: (milliseconds: number) => Promise<unknown>;
  /** Ends when the person has had enough (Ctrl-C). */
  readonly signal: AbortSignal;
}

/** A sentence that the servers give in both languages, in the person's own; its amounts are written as everywhere here. */
export const spoken = ({ terminal }: Pick<Session, 'terminal'>, text: Localized): string =>
  withAmounts(terminal.language, text[terminal.language]);

/** Prints a result: as JSON for a machine, as lines for a person. */
export function show(session: Session, result: unknown, lines: () => readonly string[]): void {
  if (session.json) session.terminal.out(JSON.stringify(result, null, 2));
  else for (const line of lines()) session.terminal.out(line);
}

/** Text of a file that the person named. */
export function textOf(file: string, say: Say): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new Failure({ exit: 'bad-input', what: say('trouble.fileUnreadable', { file }), next: say('trouble.fileUnreadableNext') });
  }
}
