import type { EventConsumer, EventLog, Logger } from '@palabre/event-log';
import type { Follower } from '../projections/follower.js';
import type { Ingest } from './ingest.js';

/** All projections of one installation are one group: partitions are shared out among their processes. */
export const readerGroup = (topic: string): string => `palabre-projection.${topic}`;

/** Reads the event log into the ledger, and lets the read models follow. */
export function createIntake(log: EventLog, topic: string, ingest: Ingest, follower: Follower, logger: Logger): EventConsumer {
  return log.consumer({
    groupId: readerGroup(topic),
    logger,
    positions: (partitions, description) => ingest.claim(partitions, description),
    onBatch: async batch => {
      const { appended, duplicates, parked } = await ingest.ingestBatch(batch);
      logger.debug({ partition: batch.partition, appended: appended.length, duplicates, parked: parked.length }, 'batch taken');
      for (const { attributes } of appended) {
        logger.debug(
          { correlation: attributes.correlation, event: attributes.id, type: attributes.type, version: attributes.streamversion },
          'event in the ledger',
        );
      }
      if (appended.length > 0) await follower.follow(appended);
    },
  });
}
