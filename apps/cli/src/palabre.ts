import { setTimeout as wait } from 'node:timers/promises';
import { CommanderError } from 'commander';
import { HttpPalabre } from './api/http-palabre.js';
import type { PalabreApi } from './api/palabre-api.js';
import { findStack, type Stack } from './api/stack.js';
import { stackTokens } from './api/tokens.js';
import type { CommandRow, Typed } from './commands/command-row.js';
import { exitCodes } from './exit-codes.js';
import { Failure } from './failure.js';
import { commandRows, programOf } from './program.js';
import type { Session } from './session.js';
import { tellTrouble } from './tell-trouble.js';
import type { Terminal } from './terminal/terminal.js';
import type { Visits } from './terminal/visits.js';
import { isHelp, usageFailure } from './usage.js';
import { sayIn, type Say } from './words/words.js';

/** What surrounds one run of `palabre`; tests bring their own. */
export interface Surroundings {
  readonly terminal: Terminal;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  readonly version: string;
  readonly signal: AbortSignal;
  /** The API, when it is not the stack's own over HTTP. */
  readonly api?: PalabreApi;
  readonly accounts?: Session['accounts'];
  readonly pause?: Session['pause'];
  /** Who was here before; without it nobody is greeted. */
  readonly visits?: Visits;
}

/** How long a request is tried again while a server is away, milliseconds. */
const patienceMs = 60_000;

const patienceOf = (env: Surroundings['env']): number => {
  const stated = Number(env['PALABRE_PATIENCE_MS'] ?? '');
  return Number.isFinite(stated) && stated > 0 ? stated : patienceMs;
};

function overHttp(stack: Stack, { terminal, env }: Surroundings, say: Say): PalabreApi {
  return new HttpPalabre({
    gateway: stack.gateway,
    reads: stack.reads,
    tokens: stackTokens(stack, say),
    language: terminal.language,
    say,
    onWaiting: sentence => terminal.err(sentence),
    patienceMs: patienceOf(env),
  });
}

const nobody: readonly never[] = [];

/** Looked for once, and only when a command needs it: files are checked first, also where nothing runs. */
function lazily<T>(find: () => T): () => T {
  let found: { value: T } | null = null;
  return () => (found ??= { value: find() }).value;
}

/** Accounts are known where a stack is known; a file can be read without. */
function knownStack(stack: () => Stack): Stack | null {
  try {
    return stack();
  } catch {
    return null;
  }
}

function sessionFor(row: CommandRow, typed: Typed, surroundings: Surroundings, say: Say): Session {
  const { terminal, env, folder, signal, pause = wait } = surroundings;
  const { as, json } = typed.options;
  const stack = lazily(() => findStack(env, folder, say));
  const api = lazily(() => surroundings.api ?? overHttp(stack(), surroundings, say));
  return {
    terminal,
    say,
    json: json === true,
    as: typeof as === 'string' ? as : (row.asksAs ?? env['PALABRE_AS'] ?? 'hq-ops'),
    get api() {
      return api();
    },
    get accounts() {
      return surroundings.accounts ?? knownStack(stack)?.accounts ?? nobody;
    },
    get stackMark() {
      return surroundings.api === undefined ? (knownStack(stack)?.mark ?? null) : null;
    },
    pause,
    signal,
  };
}

/** The words that could stand where one was mistyped: those of the group that was named, otherwise the first words. */
function knownWords(args: readonly string[]): { readonly group: string | null; readonly words: readonly string[] } {
  const names = commandRows.map(row => row.name.split(' '));
  const inGroup = names.filter(([first, second]) => first === args[0] && second !== undefined);
  return inGroup.length === 0
    ? { group: null, words: names.map(([first]) => first ?? '') }
    : { group: args[0] ?? null, words: inGroup.map(([, second]) => second ?? '') };
}

function troubleOf(error: unknown, { signal }: Surroundings, say: Say, args: readonly string[]): Failure {
  if (signal.aborted) return new Failure({ exit: 'interrupted', what: say('trouble.interrupted'), next: say('trouble.interruptedNext') });
  if (error instanceof Failure) return error;
  if (error instanceof CommanderError) return usageFailure(error, knownWords(args), say);
  const message = error instanceof Error ? error.message : String(error);
  return new Failure({ exit: 'failed', what: say('trouble.unexpected', { message }), next: say('trouble.unexpectedNext') });
}

/** A new member's first visit offers the guide (HFA-01): beside the result, never in it, and never to a machine. */
function greet(row: CommandRow, { as, json }: Session, { terminal, visits }: Surroundings, say: Say): void {
  if (json || row.name === 'guide' || visits === undefined || !visits.isFirst(as)) return;
  terminal.err(say('guide.firstVisit', { account: as }));
}

/** Runs `palabre` with these arguments. Answers the exit code; never throws, never prints a stack trace. */
export async function palabre(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { terminal, version } = surroundings;
  const say = sayIn(terminal.language);
  const run = async (row: CommandRow, typed: Typed): Promise<void> => {
    const session = sessionFor(row, typed, surroundings, say);
    await row.run(session, typed);
    greet(row, session, surroundings, say);
  };
  try {
    await programOf({ terminal, say, version, run }).parseAsync([...args], { from: 'user' });
    return exitCodes.done.code;
  } catch (error) {
    if (error instanceof CommanderError && isHelp(error)) return exitCodes[args.length === 0 ? 'bad-input' : 'done'].code;
    return tellTrouble(troubleOf(error, surroundings, say, args).trouble, terminal, say, args.includes('--json'));
  }
}
