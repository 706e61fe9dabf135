import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { repositoryRoot } from '../../support/repository.js';
import type { OwnHouse } from '../../support/own-servers.js';

const entry = join(repositoryRoot, 'test', 'dist', 'faults', 'control', 'worker.js');

/** When a worker announces: after the commit, as the real one does, or before it: the fault of the control. */
export type Announces = 'before' | 'after';

/** The compiled worker of the control as a process, in the place of the house's own worker. */
export class ControlWorker {
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | null = null;

  constructor({ stack: { addresses, settings }, servers, dataDir }: OwnHouse, announces: Announces) {
    this.#env = {
      PATH: process.env['PATH'],
      TEMPORAL_ADDRESS: addresses.temporal,
      TEMPORAL_NAMESPACE: servers.temporalNamespace,
      TEMPORAL_TASK_QUEUE: settings.taskQueue,
      KAFKA_BROKERS: addresses.kafka,
      PALABRE_TOPIC: settings.topic,
      CONTROL_FOLDER: dataDir,
      CONTROL_ANNOUNCES: announces,
    };
  }

  /** Starts it and waits until it polls; after so many announcements it is killed. 0 lets it live. */
  async start(announcements: number): Promise<void> {
    const env = { ...this.#env, CONTROL_ANNOUNCEMENTS: String(announcements) };
    const child = spawn(process.execPath, ['--enable-source-maps', entry], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#child = child;
    await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
    if (this.#hasEnded) throw new Error('the worker of the control ended while starting');
  }

  /** True when it has ended within the time. */
  async endsWithin(ms: number): Promise<boolean> {
    const giveUpAt = Date.now() + ms;
    while (!this.#hasEnded && Date.now() < giveUpAt) await pause(50);
    return this.#hasEnded;
  }

  async kill(): Promise<void> {
    this.#child?.kill('SIGKILL');
    await this.endsWithin(5_000);
  }

  get #hasEnded(): boolean {
    return this.#child === null || this.#child.exitCode !== null || this.#child.signalCode !== null;
  }
}
