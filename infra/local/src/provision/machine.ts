import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { endWithUs } from '../processes/ending.js';

/** What a finished command said. */
export interface CommandOutput {
  readonly stdout: string;
  readonly stderr: string;
}

const OUTPUT_LIMIT = 16 * 1024 * 1024;
const SHOWN = 1_500;

/** Runs a command to its end; throws with the last part of what it wrote when it fails. */
export function run(
  command: string,
  args: readonly string[],
  options: { timeoutMs: number; env?: NodeJS.ProcessEnv; cwd?: string },
): Promise<CommandOutput> {
  return new Promise((resolve, reject) => {
    const settings = {
      encoding: 'utf8' as const,
      timeout: options.timeoutMs,
      killSignal: 'SIGKILL' as const,
      maxBuffer: OUTPUT_LIMIT,
      ...(options.env === undefined ? {} : { env: options.env }),
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    };
    const child = execFile(command, [...args], settings, (failure, stdout, stderr) => {
      release();
      if (failure === null) return resolve({ stdout, stderr });
      const said = `${stderr}${stdout}`.trim().slice(-SHOWN) || failure.message;
      reject(new Error(`${command} ${args[0] ?? ''}: ${said}`));
    });
    const release = child.pid === undefined ? () => undefined : endWithUs(child.pid);
  });
}

/** The full path of a program on PATH, or undefined. */
export function onPath(program: string, path: string = process.env['PATH'] ?? ''): string | undefined {
  return path
    .split(delimiter)
    .filter(folder => folder !== '')
    .map(folder => join(folder, program))
    .find(isExecutable);
}

export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function isRoot(): boolean {
  return process.getuid?.() === 0;
}

const APT_MS = 300_000;

/**
 * Asks Debian's package client for packages: only where it is there and we may use it.
 * Answers whether they are installed now; the caller says what to do otherwise.
 */
export async function aptInstall(packages: readonly string[]): Promise<boolean> {
  if (!isRoot() || onPath('apt-get') === undefined) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = () => run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { timeoutMs: APT_MS, env });
  try {
    await install().catch(async () => {
      await run('apt-get', ['update'], { timeoutMs: APT_MS, env });
      await install();
    });
    return true;
  } catch {
    return false;
  }
}
