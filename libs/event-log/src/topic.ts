import type { Kafka } from 'kafkajs';
import type { TopicFacts } from './event-log.js';
import { connectKafka } from './kafka-connection.js';
import type { Logger } from './logger.js';

/** Topic of this installation: the environment may name another (tests have one each). */
export const topicName = (environment: Readonly<Record<string, string | undefined>> = process.env): string =>
  environment['PALABRE_TOPIC'] ?? 'palabre.events';

/** Creates the topic when it is missing; says so when it exists with another number of partitions, which would break the order. */
export async function createTopicIfMissing(kafka: Kafka, topic: string, facts: TopicFacts): Promise<void> {
  const admin = kafka.admin();
  await admin.connect();
  try {
    const known = await admin.listTopics();
    if (!known.includes(topic)) {
      await admin.createTopics({
        waitForLeaders: true,
        topics: [
          {
            topic,
            numPartitions: facts.partitions,
            replicationFactor: facts.replication,
            configEntries: [
              { name: 'retention.ms', value: String(facts.retentionMs) },
              { name: 'cleanup.policy', value: 'delete' },
            ],
          },
        ],
      });
      return;
    }
    const { topics } = await admin.fetchTopicMetadata({ topics: [topic] });
    const found = topics[0]?.partitions.length ?? 0;
    if (found !== facts.partitions) {
      throw new Error(
        `Topic ${topic} has ${found} partitions, ${facts.partitions} are declared. Changing the number would put later events of a file elsewhere: create a new topic, or declare ${found}.`,
      );
    }
  } finally {
    await admin.disconnect();
  }
}

export interface EnsureTopicOptions extends TopicFacts {
  readonly brokers: readonly string[];
  readonly topic: string;
  readonly logger: Logger;
}

export async function ensureTopic(options: EnsureTopicOptions): Promise<void> {
  await createTopicIfMissing(connectKafka(options.brokers, 'palabre-topics', options.logger), options.topic, options);
}

/** Removes a topic and everything in it: for tests, which bring their own. */
export async function dropTopic(options: { brokers: readonly string[]; topic: string; logger: Logger }): Promise<void> {
  const admin = connectKafka(options.brokers, 'palabre-topics', options.logger).admin();
  await admin.connect();
  try {
    await admin.deleteTopics({ topics: [options.topic] });
  } finally {
    await admin.disconnect();
  }
}
