import type { Admin, Kafka } from 'kafkajs';
import type { LogDescription, LogObserver } from './event-log.js';
import { connectKafka } from './kafka-connection.js';
import type { Logger } from './logger.js';

/** Looks at the log's ends without reading it. Keeps one connection; a failed one is replaced at the next look. */
class KafkaLogObserver implements LogObserver {
  readonly #kafka: Kafka;
  readonly #topic: string;
  #admin: Admin | null = null;

  constructor(kafka: Kafka, topic: string) {
    this.#kafka = kafka;
    this.#topic = topic;
  }

  async describe(): Promise<LogDescription> {
    const admin = this.#admin ?? this.#kafka.admin();
    try {
      if (!this.#admin) await admin.connect();
      this.#admin = admin;
      const [cluster, offsets] = await Promise.all([admin.describeCluster(), admin.fetchTopicOffsets(this.#topic)]);
      const extents = new Map(offsets.map(one => [one.partition, { low: BigInt(one.low), high: BigInt(one.high) }]));
      return { clusterId: cluster.clusterId, extents };
    } catch (error) {
      this.#admin = null;
      await admin.disconnect().catch(() => undefined);
      throw error;
    }
  }

  async close(): Promise<void> {
    const admin = this.#admin;
    this.#admin = null;
    await admin?.disconnect();
  }
}

export interface CreateObserverOptions {
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly topic: string;
  readonly logger: Logger;
}

export const createLogObserver = (options: CreateObserverOptions): LogObserver =>
  new KafkaLogObserver(connectKafka(options.brokers, options.clientId, options.logger), options.topic);
