import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { endWithUs } from './ending.js';
import { forgetProcess, rememberProcess, signalGroup } from './records.js';
import { waitUntil } from './wait.js';

/** How to start one process. */
export interface Launch {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** User and group to run as; only root may choose them. */
  readonly uid?: number;
  readonly gid?: number;
  /** File that receives both outputs, appended. */
  readonly logFile: string;
  /** Folder in which the process is remembered, see records.ts. */
  readonly dataDir: string;
  /** Signal that asks it to end; SIGTERM unless said. */
  readonly endSignal?: NodeJS.Signals;
  /** For a process that stands for something elsewhere (a container): sends the signal there. */
  readonly sendSignal?: (signal: NodeJS.Signals) => Promise<void>;
}

const KILL_MS = 10_000;
const END_GRACE_MS = 10_000;
const SHOWN_LINES = 12;

/** A process we started: in a group of its own, so that Ctrl-C reaches us first and we choose the order of ending. */
export class OwnedProcess {
  readonly pid: number;
  private ended = false;
  private ending = false;
  private readonly release: () => void;
  private readonly exit: Promise<void>;

  private constructor(
    private readonly launch: Launch,
    child: ChildProcess,
    private readonly logStart: number,
  ) {
    this.pid = child.pid ?? -1;
    this.release = this.pid > 0 ? endWithUs(this.pid) : () => undefined;
    if (this.pid > 0) rememberProcess(launch.dataDir, { name: launch.name, pid: this.pid, endSignal: launch.endSignal ?? 'SIGTERM' });
    this.exit = new Promise(resolve => {
      child.once('error', () => resolve(this.noteEnd()));
      child.once('exit', () => resolve(this.noteEnd()));
    });
  }

  /** Starts the process; a command that cannot be started shows as a process that has ended. */
  static start(launch: Launch): OwnedProcess {
    mkdirSync(dirname(launch.logFile), { recursive: true });
    const log = openSync(launch.logFile, 'a');
    const logStart = statSync(launch.logFile).size;
    try {
      const child = spawn(launch.command, launch.args, {
        detached: true,
        stdio: ['ignore', log, log],
        ...(launch.env === undefined ? {} : { env: launch.env }),
        ...(launch.cwd === undefined ? {} : { cwd: launch.cwd }),
        ...(launch.uid === undefined ? {} : { uid: launch.uid }),
        ...(launch.gid === undefined ? {} : { gid: launch.gid }),
      });
      return new OwnedProcess(launch, child, logStart);
    } finally {
      closeSync(log);
    }
  }

  get running(): boolean {
    return !this.ended;
  }

  /** Ended although nobody asked it to. */
  get died(): boolean {
    return this.ended && !this.ending;
  }

  /** What it has written since it was started. */
  output(): string {
    return readFileSync(this.launch.logFile).subarray(this.logStart).toString('utf8');
  }

  /** The last lines of its output, for an error message. */
  lastLines(): string {
    return this.output().trimEnd().split('\n').slice(-SHOWN_LINES).join('\n');
  }

  /** Sends a signal; with SIGKILL it has ended when this returns. */
  async kill(signal: NodeJS.Signals): Promise<void> {
    this.ending = true;
    await this.send(signal);
    if (signal === 'SIGKILL') await this.exited(KILL_MS);
  }

  /** Asks it to end, insists after the grace time, and returns when it has ended. */
  async end(graceMs = END_GRACE_MS): Promise<void> {
    if (this.ended) return;
    await this.kill(this.launch.endSignal ?? 'SIGTERM');
    if (await this.exited(graceMs)) return;
    await this.kill('SIGKILL');
  }

  private async exited(withinMs: number): Promise<boolean> {
    await Promise.race([this.exit, waitUntil(() => this.ended, { withinMs })]);
    return this.ended;
  }

  private async send(signal: NodeJS.Signals): Promise<void> {
    if (this.ended) return;
    if (this.launch.sendSignal !== undefined) await this.launch.sendSignal(signal);
    else signalGroup(this.pid, signal);
  }

  private noteEnd(): void {
    this.ended = true;
    this.release();
    forgetProcess(this.launch.dataDir, this.launch.name);
  }
}
