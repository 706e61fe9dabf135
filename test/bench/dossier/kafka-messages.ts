import type { LogBatch, RawRecord } from '@palabre/event-log';
import { eventAttributes, type EventAttributes } from '@palabre/contracts';
import { interleaved } from './streams.js';

/**
 * A backlog of one partition as bytes, one message after the other: what a broker hands over. It lies outside the heap of the
 * program, as a real backlog does; a client holds no more of it than the batch in hand.
 */
export interface Backlog {
  readonly length: number;
  readonly bytes: Buffer;
  /** Where each message begins, and the end of the last. */
  readonly starts: Uint32Array;
}

const names = Object.keys(eventAttributes.shape) as (keyof EventAttributes)[];
const headers = names.map(name => `ce_${name}`);

/** Key, headers in the order of their names, value; each with its length before it. */
const fieldsOf = (attributes: EventAttributes, value: Buffer): Buffer[] =>
  [Buffer.from(attributes.subject), ...names.map(name => Buffer.from(String(attributes[name]))), value].flatMap(field => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(field.length);
    return [length, field];
  });

/** A backlog of one partition. */
export function backlog(count: number, underWay: number): Backlog {
  const messages: Buffer[] = [];
  for (const { attributes, value } of interleaved(count, underWay)) messages.push(Buffer.concat(fieldsOf(attributes, value)));
  const starts = new Uint32Array(messages.length + 1);
  for (const [at, { length }] of messages.entries()) starts[at + 1] = (starts[at] ?? 0) + length;
  return { length: messages.length, bytes: Buffer.concat(messages), starts };
}

/** The first messages of a backlog. */
export const firstOf = ({ bytes, starts }: Backlog, count: number): Backlog => ({ length: count, bytes, starts });

/** What our consumer makes of a message; part of what is measured. */
function rawOf({ bytes, starts }: Backlog, offset: number): RawRecord {
  let at = starts[offset] ?? 0;
  const next = (): Buffer => {
    const from = at + 4;
    at = from + bytes.readUInt32LE(at);
    return bytes.subarray(from, at);
  };
  const key = next().toString('utf8');
  const read: Record<string, string> = {};
  for (const header of headers) read[header] = next().toString('utf8');
  return {
    partition: 0,
    offset: BigInt(offset),
    key,
    headers: read,
    value: next(),
    timestamp: new Date(Date.parse(read['ce_time'] ?? '')).toISOString(),
  };
}

export const batchOf = (messages: Backlog, from: number, size: number): LogBatch => ({
  partition: 0,
  records: Array.from({ length: Math.min(size, messages.length - from) }, (_, at) => rawOf(messages, from + at)),
  highWatermark: BigInt(messages.length),
});
