import type { KafkaMessage } from 'kafkajs';
import type { RawRecord } from './event-log.js';

const text = (value: unknown): string => (Buffer.isBuffer(value) ? value.toString('utf8') : typeof value === 'string' ? value : '');

/** A message of the broker as a record that nobody believes yet. */
export function toRaw(partition: number, message: KafkaMessage): RawRecord {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(message.headers ?? {})) headers[name] = text(Array.isArray(value) ? value[0] : value);
  return {
    partition,
    offset: BigInt(message.offset),
    key: text(message.key),
    headers,
    value: message.value ?? Buffer.alloc(0),
    timestamp: new Date(Number(message.timestamp)).toISOString(),
  };
}
