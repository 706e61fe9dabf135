import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import type { ConsumerOptions, EventConsumer, LogObserver, RawRecord } from './event-log.js';
import { connectKafka } from './kafka-connection.js';
import { createLogObserver } from './observer.js';
import { createTopicIfMissing } from './topic.js';

/** A killed reader is missed after this time, and its partitions go to another: the least that brokers allow by default. */
const sessionMs = 6_000;
const heartbeatMs = 1_500;
const longestPauseMs = 3_000;

const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms));

const text = (value: unknown): string => (Buffer.isBuffer(value) ? value.toString('utf8') : typeof value === 'string' ? value : '');

function toRaw(partition: number, message: KafkaMessage): RawRecord {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers ?? {})) headers[name] = text(Array.isArray(value) ? value[0] : value);
  return {
    partition,
    offset: BigInt(message.offset),
    key: text(message.key),
    headers,
    value: message.value ?? Buffer.alloc(0),
    timestamp: new Date(Number(message.timestamp)).toISOString(),
  };
}

/**
 * Reads the topic batch by batch. Offsets are never committed to the broker: on every assignment the caller is asked
 * where to continue, and each batch is compared with that place before it is handed over.
 */
class KafkaEventConsumer implements EventConsumer {
  readonly #kafka: Kafka;
  readonly #topic: string;
  readonly #options: ConsumerOptions;
  readonly #observer: LogObserver;
  #consumer: Consumer | null = null;
  #next = new Map<number, bigint>();
  #positioned: Promise<void> = Promise.resolve();
  #stopping = false;
  #running: Promise<void> | null = null;

  constructor(kafka: Kafka, topic: string, options: ConsumerOptions, observer: LogObserver) {
    this.#kafka = kafka;
    this.#topic = topic;
    this.#options = options;
    this.#observer = observer;
  }

  /** Returns at once; a broker that is away is tried again until it is there. */
  start(): Promise<void> {
    this.#stopping = false;
    this.#running = this.#join();
    return Promise.resolve();
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#running;
    const consumer = this.#consumer;
    this.#consumer = null;
    await consumer?.disconnect();
    await this.#observer.close();
  }

  async #join(): Promise<void> {
    for (let wait = 200; !this.#stopping; wait = Math.min(wait * 2, longestPauseMs)) {
      try {
        await this.#connect();
        return;
      } catch (error) {
        this.#options.logger.warn({ error: String(error), retryInMs: wait }, 'the event log cannot be read yet');
        await this.#leave();
        await pause(wait);
      }
    }
  }

  async #connect(): Promise<void> {
    const { groupId, topicFacts } = this.#options;
    if (topicFacts) await createTopicIfMissing(this.#kafka, this.#topic, topicFacts);
    const consumer = this.#kafka.consumer({
      groupId,
      sessionTimeout: sessionMs,
      heartbeatInterval: heartbeatMs,
      rebalanceTimeout: 10_000,
      minBytes: 1,
      maxWaitTimeInMs: 250,
      maxBytesPerPartition: 4_194_304,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 100, maxRetryTime: 1_500, retries: 8 },
    });
    consumer.on(consumer.events.GROUP_JOIN, ({ payload }) => {
      const partitions = payload.memberAssignment[this.#topic] ?? [];
      this.#positioned = this.#takePositions(partitions);
      this.#positioned.catch(() => undefined);
    });
    consumer.on(consumer.events.CRASH, ({ payload }) => {
      if (payload.restart || this.#stopping || this.#consumer !== consumer) return;
      this.#options.logger.error({ error: String(payload.error) }, 'reading the event log stopped; joining again');
      this.#running = this.#rejoin();
    });
    this.#consumer = consumer;
    await consumer.connect();
    await consumer.subscribe({ topics: [this.#topic], fromBeginning: true });
    await consumer.run({ autoCommit: false, eachBatchAutoResolve: false, eachBatch: payload => this.#eachBatch(payload) });
  }

  async #rejoin(): Promise<void> {
    await pause(200);
    await this.#leave();
    await this.#join();
  }

  /** Lets go of a consumer that did not get to reading, or no longer reads. */
  async #leave(): Promise<void> {
    const failed = this.#consumer;
    this.#consumer = null;
    try {
      await failed?.disconnect();
    } catch (error) {
      this.#options.logger.debug({ error: String(error) }, 'a failed reader did not disconnect cleanly');
    }
  }

  async #takePositions(partitions: readonly number[]): Promise<void> {
    if (partitions.length === 0) return;
    const places = await this.#options.positions(partitions, await this.#observer.describe());
    for (const [partition, offset] of places) {
      this.#next.set(partition, offset);
      this.#consumer?.seek({ topic: this.#topic, partition, offset: offset.toString() });
    }
  }

  async #eachBatch(payload: EachBatchPayload): Promise<void> {
    const { batch, heartbeat, isRunning, isStale } = payload;
    const { partition } = batch;
    const live = (): boolean => isRunning() && !isStale() && !this.#stopping;
    for (let wait = 100; live(); wait = Math.min(wait * 2, longestPauseMs)) {
      try {
        await this.#take(payload);
        return;
      } catch (error) {
        this.#options.logger.warn({ partition, error: String(error), retryInMs: wait }, 'a batch could not be taken; trying again');
        // Where to continue may have changed with the failure (another process, a restored database): ask again.
        this.#next.delete(partition);
        await pause(wait);
        await heartbeat();
      }
    }
  }

  async #take({ batch, resolveOffset, heartbeat }: EachBatchPayload): Promise<void> {
    const { partition } = batch;
    await this.#positioned.catch(() => undefined);
    const first = BigInt(batch.firstOffset() ?? '0');
    const highWatermark = BigInt(batch.highWatermark);
    let next = this.#next.get(partition);
    if (next === undefined || highWatermark < next) {
      await this.#takePositions([partition]);
      next = this.#next.get(partition) ?? first;
    }
    if (first > next && batch.messages.length > 0 && !(await this.#isGone(partition, next, first))) return;
    const records = batch.messages.filter(message => BigInt(message.offset) >= next).map(message => toRaw(partition, message));
    const last = records.at(-1);
    if (!last) {
      this.#consumer?.seek({ topic: this.#topic, partition, offset: next.toString() });
      return;
    }
    await this.#options.onBatch({ partition, records, highWatermark });
    this.#next.set(partition, last.offset + 1n);
    resolveOffset(last.offset.toString());
    await heartbeat();
  }

  /** A batch from beyond the expected place is right only when the log no longer holds what lies between. */
  async #isGone(partition: number, expected: bigint, first: bigint): Promise<boolean> {
    const extent = (await this.#observer.describe()).extents.get(partition);
    if (extent && extent.low <= expected && first > expected) {
      this.#consumer?.seek({ topic: this.#topic, partition, offset: expected.toString() });
      return false;
    }
    return true;
  }
}

export interface CreateEventConsumerOptions extends ConsumerOptions {
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly topic: string;
}

export const createEventConsumer = (options: CreateEventConsumerOptions): EventConsumer =>
  new KafkaEventConsumer(
    connectKafka(options.brokers, options.clientId, options.logger),
    options.topic,
    options,
    createLogObserver(options),
  );
