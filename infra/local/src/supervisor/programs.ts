import { join } from 'node:path';
import type { Log } from '../log.js';
import { ManagedProcess } from '../processes/managed-process.js';
import type { OwnedProcess } from '../processes/owned-process.js';
import { LOOPBACK } from '../servers/ports.js';

/** Our own programs. */
export type ProgramName = 'identity' | 'projection' | 'worker' | 'gateway';

interface Program {
  readonly name: ProgramName;
  /** Its compiled entry, from the root of the repository. */
  readonly main: string;
  readonly portVariable: string;
}

/** All start together. They end row by row, the last first: no command is taken any more when the worker drains. */
const ROWS: readonly (readonly Program[])[] = [
  [
    { name: 'identity', main: 'infra/local/dist/identity/main.js', portVariable: 'PALABRE_IDENTITY_PORT' },
    { name: 'projection', main: 'apps/projection/dist/main.js', portVariable: 'PALABRE_PROJECTION_PORT' },
    { name: 'worker', main: 'apps/worker/dist/main.js', portVariable: 'PALABRE_WORKER_PORT' },
  ],
  [{ name: 'gateway', main: 'apps/gateway/dist/main.js', portVariable: 'PALABRE_GATEWAY_PORT' }],
];

export const PROGRAM_NAMES: readonly ProgramName[] = ROWS.flat().map(program => program.name);

/** A worker drains: it finishes the activities it has begun. */
const GRACE_MS = 15_000;
const READY_LINE = /^READY \{.*\}$/m;

export interface ProgramOptions {
  readonly root: string;
  readonly ports: Readonly<Record<ProgramName, number>>;
  readonly env: Readonly<Record<string, string>>;
  /** Folder in which the processes are remembered, and folder of their logs. */
  readonly records: string;
  readonly logs: string;
  readonly only?: readonly ProgramName[];
  readonly log: Log;
}

/** The programs as processes, not yet started, in rows. */
export function programRows(options: ProgramOptions): { name: ProgramName; process: ManagedProcess }[][] {
  const addressed = Object.fromEntries(ROWS.flat().map(({ name, portVariable }) => [portVariable, String(options.ports[name])]));
  const env = { ...inherited(), ...addressed, ...options.env };
  const wanted = (name: ProgramName) => options.only === undefined || options.only.includes(name);
  return ROWS.map(row =>
    row.filter(program => wanted(program.name)).map(program => ({ name: program.name, process: managed(program, env, options) })),
  );
}

function managed(program: Program, env: NodeJS.ProcessEnv, options: ProgramOptions): ManagedProcess {
  const { name } = program;
  return new ManagedProcess({
    launch: {
      name,
      command: process.execPath,
      args: ['--enable-source-maps', join(options.root, program.main)],
      env,
      cwd: options.root,
      logFile: join(options.logs, `${name}.log`),
      dataDir: options.records,
    },
    ready: started => isReady(started, options.ports[name]),
    attempts: 1,
    log: options.log,
    graceMs: GRACE_MS,
  });
}

/** Ready means: a READY line on the standard output, or 200 on its health address. */
async function isReady(started: OwnedProcess, port: number): Promise<boolean> {
  if (READY_LINE.test(started.output())) return true;
  const health = await fetch(`http://${LOOPBACK}:${port}/health`, { signal: AbortSignal.timeout(1_000) }).catch(() => undefined);
  await health?.body?.cancel();
  return health?.status === 200;
}

/** The environment we pass on: ours, without what a test runner or a debugger has put into it. */
function inherited(): NodeJS.ProcessEnv {
  const foreign = /^(VITEST|NODE_OPTIONS$|NODE_ENV$|TEST$|npm_)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
}
