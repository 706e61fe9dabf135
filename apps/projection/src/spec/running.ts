import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { dropTopic, ensureTopic, kafkaEventLog, type Announcer } from '@palabre/event-log';
import { startProjection, type RunningProjection } from '../application.js';
import type { Principal } from '../identity/principal.js';
import type { TokenVerifier } from '../identity/token-verifier.js';
import { problems } from '../reading/problems.js';
import { LogKeeper, scratchDatabase, serverAddress, type ScratchDatabase } from './servers.js';

/** People of the specs; the token is the name. Verifying real tokens has a spec of its own. */
export const people = {
  host: { person: 'person-1', organisation: 'org-host', roles: ['hq-ops'] },
  partner: { person: 'person-9', organisation: 'org-partner', roles: ['partner-representative'] },
  handler: { person: 'person-5', organisation: 'org-host', roles: ['case-handler'] },
  /** Handles cases for the side that the protected case of the specs is about. */
  ownHandler: { person: 'person-11', organisation: 'org-partner', roles: ['case-handler'] },
  signatory: { person: 'person-4', organisation: 'org-host', roles: ['signatory-authority'] },
  auditor: { person: 'person-6', organisation: 'org-audit', roles: ['auditor'] },
  operator: { person: 'person-7', organisation: 'org-operations', roles: ['operator'] },
  stranger: { person: 'person-8', organisation: 'org-elsewhere', roles: ['hq-ops', 'partner-representative'] },
} satisfies Record<string, Principal>;

export type Who = keyof typeof people;

const verifier: TokenVerifier = {
  verify: token => (token in people ? Promise.resolve(people[token as Who]) : Promise.reject(problems.tokenForeign())),
};

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

/** The whole projection on the real broker and the real database, with a topic and a database of its own. */
export class RunningBench {
  readonly logger = new LogKeeper();
  readonly topic = `palabre.test.${randomUUID().slice(0, 8)}`;
  readonly brokers = serverAddress('KAFKA_BROKERS').split(',');
  #database: ScratchDatabase | null = null;
  #projection: RunningProjection | null = null;
  #announcer: Announcer | null = null;

  async open(): Promise<void> {
    this.#database = await scratchDatabase();
    await this.createTopic();
    this.#announcer = kafkaEventLog({ brokers: this.brokers, clientId: 'spec', topic: this.topic }).announcer({ logger: this.logger });
    await this.start();
  }

  createTopic(): Promise<void> {
    return ensureTopic({
      brokers: this.brokers,
      topic: this.topic,
      partitions: 3,
      replication: 1,
      retentionMs: 3_600_000,
      logger: this.logger,
    });
  }

  dropTopic(): Promise<void> {
    return dropTopic({ brokers: this.brokers, topic: this.topic, logger: this.logger });
  }

  async start(): Promise<void> {
    this.#projection = await startProjection({
      configuration: {
        databaseUrl: this.databaseUrl,
        brokers: this.brokers,
        topic: this.topic,
        port: 0,
        host: '127.0.0.1',
        issuer: 'http://issuer.invalid',
        audience: 'palabre',
        logLevel: 'silent',
        workerHealth: null,
      },
      log: kafkaEventLog({ brokers: this.brokers, clientId: 'spec-projection', topic: this.topic }),
      verifier,
      logger: this.logger,
    });
  }

  async stop(): Promise<void> {
    await this.#projection?.stop();
    this.#projection = null;
  }

  get databaseUrl(): string {
    if (!this.#database) throw new Error('the bench is not open');
    return this.#database.url;
  }

  get announcer(): Announcer {
    if (!this.#announcer) throw new Error('the bench is not open');
    return this.#announcer;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#projection?.port ?? 0}`;
  }

  async ask(who: Who | null, path: string, body?: object, more: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const headers: Record<string, string> = who === null ? { ...more } : { ...more, authorization: `Bearer ${who}` };
    const init = body
      ? { method: 'POST', body: JSON.stringify(body), headers: { ...headers, 'content-type': 'application/json' } }
      : { headers };
    const answer = await fetch(`${this.origin}${path}`, init);
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
  }

  /** Something that only a hand at the database can do. */
  async change(sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> {
    const client = new Client({ connectionString: this.databaseUrl });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql, [...values])).rows;
    } finally {
      await client.end();
    }
  }

  async close(): Promise<void> {
    await this.#announcer?.close();
    await this.stop();
    await this.dropTopic().catch(() => undefined);
    await this.#database?.drop();
  }
}
