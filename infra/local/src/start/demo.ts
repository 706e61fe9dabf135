import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { told, type Log } from '../log.js';
import { run } from '../provision/machine.js';

/** What became of one dossier of the demo. */
export interface PlayedDossier {
  readonly dossier: string;
  /** Id of its partnership. */
  readonly id: string;
  /** It was there from an earlier start. */
  readonly alreadyPlayed: boolean;
  readonly phases: readonly string[];
  readonly decisions: number;
  readonly refusals: number;
  readonly events: number;
  /** Replay of the ledger = the workflow's own state = the read models, and the hash chain holds. */
  readonly verified: boolean;
}

const PLAY_MS = 15 * 60_000;
const VERIFY_MS = 5 * 60_000;

/** Dossiers played at the same time: more would only wait for each other on a small machine. */
const AT_ONCE = 4;

/** Reads every partnership, whoever its parties are. */
const READER = 'auditor';

/** Plays every dossier of `infra/demo` through the terminal program, as anybody could, and verifies what came of it. */
export async function playDemo(options: { root: string; stackFile: string; log: Log }): Promise<PlayedDossier[]> {
  const folder = join(options.root, 'infra', 'demo');
  const dossiers = existsSync(folder) ? readdirSync(folder).filter(file => /\.ya?ml$/.test(file)) : [];
  const played = await abreast(AT_ONCE, longestFirst(folder, dossiers), async file => {
    const name = basename(file).replace(/\.ya?ml$/, '');
    return told(options.log, `playing ${name}`, playOne(options, name, join(folder, file)));
  });
  return played.toSorted((one, other) => (one.dossier < other.dossier ? -1 : 1));
}

/** The acts of one dossier wait for each other: a long one that began last would be played alone at the end. */
function longestFirst(folder: string, files: readonly string[]): readonly string[] {
  const sizeOf = new Map(files.map(file => [file, statSync(join(folder, file)).size]));
  return files.toSorted((one, other) => (sizeOf.get(other) ?? 0) - (sizeOf.get(one) ?? 0));
}

/** Does the work for every item, some at a time, and answers in the order of the items. */
export async function abreast<T, R>(atOnce: number, items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done = new Map<number, R>();
  const waiting = [...items.entries()].toReversed();
  const take = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) done.set(next[0], await work(next[1]));
  };
  await Promise.all(Array.from({ length: atOnce }, take));
  return [...done.entries()].toSorted(([one], [other]) => one - other).map(([, result]) => result);
}

async function playOne(options: { root: string; stackFile: string }, dossier: string, file: string): Promise<PlayedDossier> {
  const palabre = (args: readonly string[], timeoutMs: number) => palabreJson(options, args, timeoutMs);
  const answer = await palabre(['play', file], PLAY_MS);
  const id = answer['id'];
  if (typeof id !== 'string') throw new Error(`${dossier}: \`palabre play\` named no partnership.`);
  const { equal } = await palabre(['verify', id, '--as', READER], VERIFY_MS);
  return { dossier, id, ...figures(answer), verified: equal === true };
}

function figures(answer: Record<string, unknown>): Omit<PlayedDossier, 'dossier' | 'id' | 'verified'> {
  const number = (field: string) => (typeof answer[field] === 'number' ? answer[field] : 0);
  const phases = Array.isArray(answer['phases']) ? answer['phases'].map(String) : [];
  const alreadyPlayed = answer['alreadyPlayed'] === true;
  return { alreadyPlayed, phases, decisions: number('decisions'), refusals: number('refusals'), events: number('events') };
}

async function palabreJson(
  options: { root: string; stackFile: string },
  args: readonly string[],
  timeoutMs: number,
): Promise<Record<string, unknown>> {
  const program = join(options.root, 'node_modules', '@palabre', 'cli', 'bin', 'palabre.mjs');
  const env = { ...process.env, PALABRE_STACK: options.stackFile };
  const { stdout } = await run(process.execPath, [program, ...args, '--json'], { timeoutMs, env, cwd: options.root });
  return parseAnswer(stdout);
}

/** The JSON document that the terminal program printed, alone or as its last line. */
export function parseAnswer(stdout: string): Record<string, unknown> {
  const text = stdout.trim();
  for (const candidate of [text, text.split('\n').at(-1) ?? '']) {
    try {
      return JSON.parse(candidate) as Record<string, unknown>;
    } catch {
      continue;
    }
  }
  throw new Error(`A JSON document was expected from \`palabre\`, it said: ${text.slice(0, 300)}`);
}
