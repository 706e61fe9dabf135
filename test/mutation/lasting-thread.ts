import { ThreadsPoolWorker, type PoolOptions, type PoolRunnerInitializer, type PoolWorker, type WorkerRequest } from 'vitest/node';

type Heard = (said: unknown) => void;

/** The one thread of this process: it has read the rules and keeps them read from one mutant to the next. */
let thread: ThreadsPoolWorker | undefined;

/**
 * Vitest ends its thread after every run and reads all rules again for the next, which costs more than asking the
 * tests. Here a run that ends in order leaves the thread standing; one that is broken off takes it away.
 */
class LastingThread implements PoolWorker {
  readonly name = 'lasting-thread';
  readonly #options: PoolOptions;
  readonly #listening: [string, Heard][] = [];
  #endsInOrder = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  on(event: string, heard: Heard): void {
    this.#listening.push([event, heard]);
    thread?.on(event, heard);
  }

  off(event: string, heard: Heard): void {
    thread?.off(event, heard);
  }

  send(message: WorkerRequest): void {
    if (!('type' in message) || message.type !== 'stop') return thread?.send(message);
    this.#endsInOrder = true;
    for (const [event, heard] of this.#listening) if (event === 'message') heard({ __vitest_worker_response__: true, type: 'stopped' });
  }

  async start(): Promise<void> {
    if (thread !== undefined) return;
    thread = new ThreadsPoolWorker(this.#options);
    await thread.start();
  }

  async stop(): Promise<void> {
    for (const [event, heard] of this.#listening) thread?.off(event, heard);
    if (this.#endsInOrder) return;
    await thread?.stop();
    thread = undefined;
  }

  deserialize(data: unknown): unknown {
    return data;
  }
}

export const lastingThread: PoolRunnerInitializer = { name: 'lasting-thread', createPoolWorker: options => new LastingThread(options) };
