import { isUtf8 } from 'node:buffer';
import {
  canonicalJson,
  eventAttributes,
  events,
  isEventType,
  readEventData,
  type EventAttributes,
  type EventEnvelope,
  type EventType,
} from '@palabre/contracts';
import { readAttributes, streamOf, versionOf } from './attributes.js';
import type { RawRecord } from './event-log.js';
import { receivedHash } from './hash.js';

/** Why a record cannot be taken. The words are kept with the parked bytes and shown to the operator. */
export type ProblemKind = 'malformed' | 'unknown-type' | 'too-new' | 'broken-hash';

export interface RecordProblem {
  readonly kind: ProblemKind;
  readonly reason: string;
  /** Stream the record belongs to, from its headers or else from its key. */
  readonly stream: string;
  /** Its place in the stream when it can still be read. */
  readonly version: number | null;
}

/** A record that holds what it promises: typed attributes, data in its newest form, and the text that was hashed. */
export interface ReceivedEvent {
  readonly type: EventType;
  readonly attributes: EventAttributes;
  /** The value's bytes as text, exactly as received. */
  readonly dataText: string;
  /** Data, upcast to the contract's current version. */
  readonly data: unknown;
}

export type Reading = { readonly ok: true; readonly event: ReceivedEvent } | { readonly ok: false; readonly problem: RecordProblem };

/** A record as the producer sends it: CloudEvents binary mode. */
export interface OutgoingRecord {
  readonly key: string;
  readonly headers: Record<string, string>;
  readonly value: Buffer;
}

const attributeNames = Object.keys(eventAttributes.shape) as (keyof EventAttributes)[];

export function toRecord(envelope: EventEnvelope): OutgoingRecord {
  const headers: Record<string, string> = {};
  for (const name of attributeNames) headers[`ce_${name}`] = String(envelope.attributes[name]);
  return { key: envelope.attributes.subject, headers, value: Buffer.from(canonicalJson(envelope.data), 'utf8') };
}

const readText = (value: Buffer): string | null => (isUtf8(value) ? value.toString('utf8') : null);

function readJson(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

/**
 * Data of an event in its newest form: as received when it is the newest already, so that a reader of the ledger and a
 * reader of the log see the very same. Throws when the contracts cannot read what they once published.
 */
export function currentData(type: EventType, schemaVersion: number, json: unknown): unknown {
  if (schemaVersion === events[type].schemaVersion) return json;
  const read = readEventData(type, schemaVersion, json);
  if (!read.ok) throw new Error(`${type}, schema version ${schemaVersion}: ${read.problem} (${read.detail})`);
  return read.data;
}

/** Checks a raw record against the published language: headers, own hash, type, schema version, data. */
export function fromRecord(raw: RawRecord): Reading {
  const fail = (kind: ProblemKind, reason: string): Reading => ({
    ok: false,
    problem: { kind, reason, stream: streamOf(raw), version: versionOf(raw.headers) },
  });
  const attributes = readAttributes(raw);
  if (typeof attributes === 'string') return fail('malformed', attributes);
  const dataText = readText(raw.value);
  if (dataText === null) return fail('malformed', 'the value is not UTF-8 text');
  if (receivedHash(attributes, dataText) !== attributes.hash) return fail('broken-hash', 'the event does not have the hash it carries');
  const { type, schemaversion } = attributes;
  if (!isEventType(type)) return fail('unknown-type', `no event is called ${type}`);
  const json = readJson(dataText);
  if (json === null) return fail('malformed', 'the value is not JSON');
  const read = readEventData(type, schemaversion, json.value);
  if (read.ok) return { ok: true, event: { type, attributes, dataText, data: currentData(type, schemaversion, json.value) } };
  if (read.problem === 'too-new') {
    return fail('too-new', `${type} has schema version ${schemaversion}; this reader knows up to ${events[type].schemaVersion}`);
  }
  return fail('malformed', `data: ${read.problem} (${read.detail})`);
}
