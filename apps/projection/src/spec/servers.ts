import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { toRecord, type LogBatch, type Logger, type RawRecord } from '@palabre/event-log';
import type { EventEnvelope } from '@palabre/contracts';

/** Addresses of the real servers; a spec without them fails with what to do, it does not pretend. */
export function serverAddress(name: 'DATABASE_URL' | 'KAFKA_BROKERS'): string {
  const address = process.env[name];
  if (!address) throw new Error(`${name} is not set: run through npm test, or start the local servers and set it`);
  return address;
}

/** What a test wants to see of the log: messages by severity, nothing printed. */
export class LogKeeper implements Logger {
  readonly lines: { severity: string; message: string; fields: object }[] = [];
  readonly debug = (): void => undefined;
  readonly info = (fields: object, message: string): void => void this.lines.push({ severity: 'info', message, fields });
  readonly warn = (fields: object, message: string): void => void this.lines.push({ severity: 'warn', message, fields });
  readonly error = (fields: object, message: string): void => void this.lines.push({ severity: 'error', message, fields });

  messages(severity: string): string[] {
    return this.lines.filter(line => line.severity === severity).map(line => line.message);
  }
}

export interface ScratchDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A database of the test's own on the real server. */
export async function scratchDatabase(): Promise<ScratchDatabase> {
  const address = serverAddress('DATABASE_URL');
  const name = `palabre_test_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  const run = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: address });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  await run(`CREATE DATABASE ${name}`);
  const url = new URL(address);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`DROP DATABASE ${name} WITH (FORCE)`) };
}

/** Waits until a condition holds; fails with what was seen last. */
export async function eventually<T>(look: () => Promise<T> | T, holds: (seen: T) => boolean, patienceMs = 60_000): Promise<T> {
  const until = Date.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > until) throw new Error(`not reached within ${patienceMs} ms; last seen: ${JSON.stringify(seen)}`);
    await new Promise(resolve => setTimeout(resolve, 25));
  }
}

export const rawOf = (envelope: EventEnvelope, offset: bigint, partition = 0): RawRecord => ({
  ...toRecord(envelope),
  partition,
  offset,
  timestamp: envelope.attributes.time,
});

/** Hands records over as one partition of the log would, giving offsets in order. */
export class HandMadeLog {
  #next = 0n;

  batch(envelopes: readonly EventEnvelope[], change: (record: RawRecord) => RawRecord = record => record): LogBatch {
    const records = envelopes.map(envelope => change(rawOf(envelope, this.#next++)));
    return { partition: 0, records, highWatermark: this.#next };
  }

  get description() {
    return { clusterId: 'hand-made', extents: new Map([[0, { low: 0n, high: this.#next }]]) };
  }
}
