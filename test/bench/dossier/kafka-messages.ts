import type { LogBatch, RawRecord } from '@palabre/event-log';
import type { EventAttributes } from '@palabre/contracts';
import { interleaved } from './streams.js';

/** A message as the Kafka client hands it over: bytes. */
export interface Message {
  readonly offset: string;
  readonly timestamp: string;
  readonly key: Buffer;
  readonly headers: Readonly<Record<string, Buffer>>;
  readonly value: Buffer;
}

const headersOf = (attributes: EventAttributes): Record<string, Buffer> =>
  Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce_${name}`, Buffer.from(String(value))]));

/** A backlog of one partition. */
export const backlog = (count: number, underWay: number): Message[] =>
  [...interleaved(count, underWay)].map(({ attributes, value }, offset) => ({
    offset: String(offset),
    timestamp: String(Date.parse(attributes.time)),
    key: Buffer.from(attributes.subject),
    headers: headersOf(attributes),
    value,
  }));

/** What our consumer makes of a message; part of what is measured. */
function rawOf({ offset, timestamp, key, headers, value }: Message): RawRecord {
  const read: Record<string, string> = {};
  for (const [name, bytes] of Object.entries(headers)) read[name] = bytes.toString('utf8');
  return {
    partition: 0,
    offset: BigInt(offset),
    key: key.toString('utf8'),
    headers: read,
    value,
    timestamp: new Date(Number(timestamp)).toISOString(),
  };
}

export const batchOf = (messages: readonly Message[], from: number, size: number): LogBatch => ({
  partition: 0,
  records: messages.slice(from, from + size).map(rawOf),
  highWatermark: BigInt(messages.length),
});
