import { endAll, isEnding } from './processes/ending.js';

/** Exit codes of our commands. */
export const EXIT = { done: 0, failed: 1, usage: 2 } as const;

/** The caller asked for something that cannot be done; the message says what to do instead. Exit code 2. */
export class UsageError extends Error {
  override readonly name: string = 'UsageError';
}

/**
 * Runs a command to its end: an exit code ends the process and all it started, undefined leaves it running; what went wrong is told in its own words, without a stack trace.
 */
export async function runEntry(main: () => Promise<number | undefined>): Promise<void> {
  try {
    const code = await main();
    if (code === undefined || isEnding()) return;
    await endAll();
    process.exit(code);
  } catch (reason) {
    if (isEnding()) return;
    await endAll();
    const told = reason instanceof Error ? reason.message : String(reason);
    process.stderr.write(`\n${process.env['LOG_LEVEL'] === 'debug' && reason instanceof Error ? (reason.stack ?? told) : told}\n`);
    process.exit(reason instanceof UsageError ? EXIT.usage : EXIT.failed);
  }
}
