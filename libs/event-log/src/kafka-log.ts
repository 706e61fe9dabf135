import { createAnnouncer } from './announcer.js';
import { createEventConsumer } from './consumer.js';
import { createLogObserver } from './observer.js';
import type { EventLog } from './event-log.js';

export interface KafkaEventLogOptions {
  readonly brokers: readonly string[];
  readonly clientId: string;
  readonly topic: string;
}

/** The log on a Kafka cluster. */
export const kafkaEventLog = (where: KafkaEventLogOptions): EventLog => ({
  announcer: options => createAnnouncer({ ...where, ...options }),
  consumer: options => createEventConsumer({ ...where, ...options }),
  observer: logger => createLogObserver({ ...where, logger }),
});
