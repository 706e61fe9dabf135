import type { EventEnvelope } from '@palabre/contracts';
import type { Logger } from './logger.js';

/** A record as it lies in the log, before anybody believes it. */
export interface RawRecord {
  readonly partition: number;
  readonly offset: bigint;
  /** Partnership id, empty when the record carries none. */
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes as received; empty for a record without value. */
  readonly value: Buffer;
  /** Instant at which the log took the record, UTC ISO. */
  readonly timestamp: string;
}

/** Records of one partition, in order. */
export interface LogBatch {
  readonly partition: number;
  readonly records: readonly RawRecord[];
  /** Offset that the partition's next record will get. */
  readonly highWatermark: bigint;
}

/** First offset still held and offset of the next record, for one partition. */
export interface Extent {
  readonly low: bigint;
  readonly high: bigint;
}

/** What the log says of itself when partitions are handed out: by this a wiped log is told from a living one. */
export interface LogDescription {
  readonly clusterId: string;
  readonly extents: ReadonlyMap<number, Extent>;
}

/** Declared facts of the topic (infra/topics), handed in by who starts the process. */
export interface TopicFacts {
  readonly partitions: number;
  readonly replication: number;
  readonly retentionMs: number;
}

export interface AnnouncerOptions {
  readonly logger: Logger;
  /** When given, a topic that is missing (a wiped log) is created again before the next attempt. */
  readonly topicFacts?: TopicFacts;
}

export interface Announcer {
  /**
   * Resolves when every envelope is durable in the log, in the order given. Rejects on an outage: announce the whole
   * batch again, readers drop what they already hold (same stream, same version, same hash).
   */
  announce(envelopes: readonly EventEnvelope[]): Promise<void>;
  close(): Promise<void>;
}

export interface ConsumerOptions {
  readonly groupId: string;
  readonly logger: Logger;
  readonly topicFacts?: TopicFacts;
  /**
   * Asked whenever partitions are handed to this process: the next offset to read for each. Offsets are the caller's
   * (they lie beside its rows), never the broker's.
   */
  positions(partitions: readonly number[], log: LogDescription): Promise<ReadonlyMap<number, bigint>>;
  /** Takes a batch whole. When it throws, the same batch comes again after a pause; nothing overtakes it. */
  onBatch(batch: LogBatch): Promise<void>;
}

export interface EventConsumer {
  start(): Promise<void>;
  /** Waits for the batch in hand, then leaves the group. */
  stop(): Promise<void>;
}

/** Sees where the log ends, to tell how far a reader is behind. */
export interface LogObserver {
  /** Rejects when the log cannot be reached: then nobody knows the head, which is unhealthy too. */
  describe(): Promise<LogDescription>;
  close(): Promise<void>;
}

/** The port to the log: Kafka in every real process, memory in fast unit tests. */
export interface EventLog {
  announcer(options: AnnouncerOptions): Announcer;
  consumer(options: ConsumerOptions): EventConsumer;
  observer(logger: Logger): LogObserver;
}
