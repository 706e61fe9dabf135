import { randomUUID } from 'node:crypto';
import { createEventConsumer, fromRecord, type Logger } from '@palabre/event-log';

/** What lies in a topic now, by partnership: versions in the order of the log, doubled ones included. */
export interface TopicReader {
  versionsOf(id: string): readonly number[];
  close(): Promise<void>;
}

const silent = (): void => undefined;

export const quiet: Logger = { debug: silent, info: silent, warn: silent, error: silent };

/** Reads a topic from its beginning, for as long as it is open. */
export async function readTopic(brokers: readonly string[], topic: string): Promise<TopicReader> {
  const versions = new Map<string, number[]>();
  const consumer = createEventConsumer({
    brokers,
    clientId: 'worker-spec',
    topic,
    groupId: `worker-spec-${randomUUID()}`,
    logger: quiet,
    positions: async partitions => new Map(partitions.map(partition => [partition, 0n])),
    onBatch: async ({ records }) => {
      for (const record of records) {
        const reading = fromRecord(record);
        if (!reading.ok) throw new Error('A record that is no event');
        const { subject, streamversion } = reading.event.attributes;
        versions.set(subject, [...(versions.get(subject) ?? []), streamversion]);
      }
    },
  });
  await consumer.start();
  return { versionsOf: id => versions.get(id) ?? [], close: () => consumer.stop() };
}
