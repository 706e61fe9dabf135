export { createAnnouncer, type CreateAnnouncerOptions } from './announcer.js';
export { createEventConsumer, type CreateEventConsumerOptions } from './consumer.js';
export type {
  Announcer,
  AnnouncerOptions,
  ConsumerOptions,
  EventConsumer,
  EventLog,
  Extent,
  LogBatch,
  LogDescription,
  LogObserver,
  RawRecord,
  TopicFacts,
} from './event-log.js';
export { attributesText, nativeEventId, nativeSha256, receivedHash, unsignedText } from './hash.js';
export { InMemoryEventLog } from './in-memory-log.js';
export { kafkaEventLog, type KafkaEventLogOptions } from './kafka-log.js';
export { createLogObserver, type CreateObserverOptions } from './observer.js';
export type { Logger } from './logger.js';
export {
  currentData,
  fromRecord,
  toRecord,
  type OutgoingRecord,
  type ProblemKind,
  type Reading,
  type ReceivedEvent,
  type RecordProblem,
} from './record.js';
export { dropTopic, ensureTopic, topicName, type EnsureTopicOptions } from './topic.js';
