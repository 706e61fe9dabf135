import { readFileSync } from 'node:fs';
import { exitCodes } from './exit-codes.js';
import { palabre } from './palabre.js';
import { processTerminal } from './terminal/terminal.js';
import { visitsOf } from './terminal/visits.js';
import { sayIn } from './words/words.js';

const versionOf = (): string => {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
  return version;
};

/** How long a command may take to end in order after Ctrl-C, milliseconds. */
const endingMs = 1_000;

/** The program: arguments in, exit code out. Ctrl-C ends the command in order, and by force when that takes too long. */
export async function main(): Promise<void> {
  const terminal = processTerminal(process.env);
  const ending = new AbortController();
  // Whoever reads may stop reading (`| head`): then there is nothing left to say.
  process.stdout.on('error', () => process.exit(exitCodes.done.code));
  process.once('SIGINT', () => {
    ending.abort();
    setTimeout(() => {
      terminal.err(sayIn(terminal.language)('trouble.interrupted'));
      process.exit(exitCodes.interrupted.code);
    }, endingMs).unref();
  });
  process.exitCode = await palabre(process.argv.slice(2), {
    terminal,
    env: process.env,
    folder: process.cwd(),
    version: versionOf(),
    signal: ending.signal,
    ...(terminal.interactive ? { visits: visitsOf(process.env) } : {}),
  });
  if (ending.signal.aborted) process.exit();
}
