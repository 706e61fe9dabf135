import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { repositoryRoot } from '../../support/repository.js';

/** A compiled program of the bench as a process of its own. */
export interface Child {
  /** What it said when it was ready. */
  readonly ready: Record<string, unknown>;
  stop(): Promise<void>;
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** Starts `test/dist/bench/<entry>` and waits for its line `READY {json}`. */
export async function startChild(entry: string, env: Readonly<Record<string, string>>): Promise<Child> {
  const program = join(repositoryRoot, 'test', 'dist', 'bench', entry);
  const child = spawn(process.execPath, [program], { env: { PATH: process.env['PATH'], ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`${entry} ended while starting`)));
  ended.catch(() => undefined);
  const [line] = (await Promise.race([once(child.stdout, 'data'), ended])) as [Buffer];
  const ready = JSON.parse(String(line).replace(/^READY /, '')) as Record<string, unknown>;
  return { ready, stop: () => end(child) };
}
