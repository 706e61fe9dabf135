import type { EventEnvelope } from '@palabre/contracts';
import type { Announcer, ConsumerOptions, EventConsumer, EventLog, LogDescription, LogObserver, RawRecord } from './event-log.js';
import { toRecord } from './record.js';

const takenAt = '2026-01-01T00:00:00.000Z';

/** The port in memory with one partition, for unit tests: deterministic, and it hands over only when asked. */
export class InMemoryEventLog implements EventLog {
  #records: RawRecord[] = [];
  readonly #readers = new Set<{ options: ConsumerOptions; next: bigint }>();

  announcer(): Announcer {
    return {
      announce: envelopes => {
        for (const envelope of envelopes) this.#append(envelope);
        return Promise.resolve();
      },
      close: () => Promise.resolve(),
    };
  }

  consumer(options: ConsumerOptions): EventConsumer {
    const reader = { options, next: 0n };
    return {
      start: async () => {
        reader.next = (await options.positions([0], this.#describe())).get(0) ?? 0n;
        this.#readers.add(reader);
      },
      stop: () => {
        this.#readers.delete(reader);
        return Promise.resolve();
      },
    };
  }

  observer(): LogObserver {
    return { describe: () => Promise.resolve(this.#describe()), close: () => Promise.resolve() };
  }

  /** Adds a record as it is, for everything a well-behaved producer would never send. */
  appendRaw(record: Omit<RawRecord, 'partition' | 'offset' | 'timestamp'>): void {
    this.#records.push({ ...record, partition: 0, offset: BigInt(this.#records.length), timestamp: takenAt });
  }

  /** Hands every reader what it has not seen; rejects with the reader's own error and keeps its place. */
  async deliver(): Promise<void> {
    for (const reader of this.#readers) {
      const records = this.#records.slice(Number(reader.next));
      if (records.length === 0) continue;
      await reader.options.onBatch({ partition: 0, records, highWatermark: BigInt(this.#records.length) });
      reader.next = BigInt(this.#records.length);
    }
  }

  #append(envelope: EventEnvelope): void {
    this.appendRaw(toRecord(envelope));
  }

  #describe(): LogDescription {
    return { clusterId: 'memory', extents: new Map([[0, { low: 0n, high: BigInt(this.#records.length) }]]) };
  }
}
