import { EventEmitter } from 'node:events';
import { Client } from 'pg';
import type { Logger } from '@palabre/event-log';
import { runtimeRole } from '../database/runtime-role.js';
import { movedChannel, readMoved, type Moved } from './moved.js';

const retryMs = 500;

/** Hears which partnerships moved and passes it on: to live streams, and to reads that wait for a version. */
export class MovedListener {
  readonly #url: string;
  readonly #logger: Logger;
  readonly #heard = new EventEmitter().setMaxListeners(0);
  #client: Client | null = null;
  #stopped = false;

  constructor(url: string, logger: Logger) {
    this.#url = url;
    this.#logger = logger;
  }

  async start(): Promise<void> {
    const client = new Client({
      connectionString: this.#url,
      application_name: 'palabre-projection-listener',
      options: `-c role=${runtimeRole}`,
    });
    client.on('notification', ({ channel, payload }) => {
      if (channel === movedChannel && payload) for (const moved of readMoved(payload)) this.#heard.emit('worth-looking', moved);
    });
    client.on('error', error => this.#again(client, error));
    client.on('end', () => this.#again(client, new Error('connection ended')));
    await client.connect();
    this.#client = client;
    await client.query(`LISTEN ${movedChannel}`);
    this.#heard.emit('worth-looking', null);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    const client = this.#client;
    this.#client = null;
    await client?.end();
  }

  /**
   * Calls back for every move until the returned function is called; with null when something may have moved unheard,
   * because nobody could listen for a while.
   */
  onWorthLooking(callback: (moved: Moved | null) => void): () => void {
    this.#heard.on('worth-looking', callback);
    return () => this.#heard.off('worth-looking', callback);
  }

  #again(client: Client, error: Error): void {
    if (this.#stopped || this.#client !== client) return;
    this.#client = null;
    this.#logger.warn({ error: error.message }, 'live updates are interrupted; listening again');
    const attempt = (): void => {
      if (this.#stopped) return;
      this.start().catch(() => setTimeout(attempt, retryMs).unref());
    };
    setTimeout(attempt, retryMs).unref();
  }
}
