import { Partitioners, type Kafka, type Producer } from 'kafkajs';
import type { EventEnvelope } from '@palabre/contracts';
import type { Announcer, AnnouncerOptions } from './event-log.js';
import { connectKafka } from './kafka-connection.js';
import { toRecord, type OutgoingRecord } from './record.js';
import { createTopicIfMissing } from './topic.js';

interface Waiting {
  readonly records: readonly OutgoingRecord[];
  done(): void;
  fail(error: unknown): void;
}

/** Largest number of records sent in one request; more wait for the next. */
const recordsPerRequest = 2_000;

/**
 * Announces over one idempotent producer with one request in flight, so that order within a key holds. What arrives
 * while a request is under way leaves together in the next one. A producer that failed is thrown away: after a wiped
 * or restarted broker its sequence numbers would be refused for ever.
 */
export class KafkaAnnouncer implements Announcer {
  readonly #kafka: Kafka;
  readonly #topic: string;
  readonly #options: AnnouncerOptions;
  #producer: Producer | null = null;
  #waiting: Waiting[] = [];
  #sending: Promise<void> | null = null;

  constructor(kafka: Kafka, topic: string, options: AnnouncerOptions) {
    this.#kafka = kafka;
    this.#topic = topic;
    this.#options = options;
  }

  announce(envelopes: readonly EventEnvelope[]): Promise<void> {
    if (envelopes.length === 0) return Promise.resolve();
    const records = envelopes.map(toRecord);
    return new Promise<void>((done, fail) => {
      this.#waiting.push({ records, done, fail });
      this.#sending ??= this.#sendAll();
    });
  }

  async close(): Promise<void> {
    await this.#sending;
    await this.#producer?.disconnect();
    this.#producer = null;
  }

  async #sendAll(): Promise<void> {
    while (this.#waiting.length > 0) {
      const group = this.#takeGroup();
      try {
        await this.#send(group.flatMap(one => one.records));
        for (const one of group) one.done();
      } catch (error) {
        await this.#discardProducer();
        for (const one of group) one.fail(error);
      }
    }
    this.#sending = null;
  }

  #takeGroup(): Waiting[] {
    let size = 0;
    let count = 0;
    for (const one of this.#waiting) {
      if (count > 0 && size + one.records.length > recordsPerRequest) break;
      size += one.records.length;
      count += 1;
    }
    return this.#waiting.splice(0, count);
  }

  async #send(records: readonly OutgoingRecord[]): Promise<void> {
    const producer = await this.#connected();
    await producer.send({ topic: this.#topic, acks: -1, messages: [...records] });
  }

  async #connected(): Promise<Producer> {
    if (this.#producer) return this.#producer;
    const { topicFacts } = this.#options;
    if (topicFacts) await createTopicIfMissing(this.#kafka, this.#topic, topicFacts);
    const producer = this.#kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
      retry: { initialRetryTime: 100, maxRetryTime: 1_000, retries: 5 },
    });
    await producer.connect();
    this.#producer = producer;
    return producer;
  }

  async #discardProducer(): Promise<void> {
    const producer = this.#producer;
    this.#producer = null;
    try {
      await producer?.disconnect();
    } catch (error) {
      this.#options.logger.debug({ error: String(error) }, 'a failed producer did not disconnect cleanly');
    }
  }
}

export interface CreateAnnouncerOptions extends AnnouncerOptions {
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly topic: string;
}

export const createAnnouncer = (options: CreateAnnouncerOptions): Announcer =>
  new KafkaAnnouncer(connectKafka(options.brokers, options.clientId, options.logger), options.topic, options);
