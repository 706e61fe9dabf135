import { isUtf8 } from 'node:buffer';
import {
  canonicalJson,
  eventAttributes,
  events,
  isEventType,
  partnershipStream,
  readEventData,
  type EventAttributes,
  type EventEnvelope,
  type EventType,
} from '@palabre/contracts';
import type { RawRecord } from './event-log.js';
import { nativeEventId, receivedHash } from './hash.js';

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
const headerNames = new Map(attributeNames.map(name => [`ce_${name}`, name]));
const numbers: ReadonlySet<string> = new Set(['streamversion', 'epoch', 'schemaversion']);
const wholeNumber = /^[1-9]\d{0,14}$/;

export function toRecord(envelope: EventEnvelope): OutgoingRecord {
  const headers: Record<string, string> = {};
  for (const name of attributeNames) headers[`ce_${name}`] = String(envelope.attributes[name]);
  return { key: envelope.attributes.subject, headers, value: Buffer.from(canonicalJson(envelope.data), 'utf8') };
}

const versionOf = (headers: Readonly<Record<string, string>>): number | null => {
  const text = headers['ce_streamversion'];
  return text !== undefined && wholeNumber.test(text) ? Number(text) : null;
};

/** The key decides where a record lies, so it also decides whose file is stopped by it. */
const streamOf = (raw: RawRecord): string => raw.headers['ce_stream'] ?? partnershipStream(raw.key === '' ? 'unknown' : raw.key);

function readAttributes(raw: RawRecord): EventAttributes | string {
  const candidate: Record<string, unknown> = {};
  for (const [header, text] of Object.entries(raw.headers)) {
    if (!header.startsWith('ce_')) continue;
    const name = headerNames.get(header);
    if (name === undefined) return `header ${header} is no attribute of an event`;
    if (numbers.has(name)) candidate[name] = wholeNumber.test(text) ? Number(text) : text;
    else if (name === 'rehearsal') candidate[name] = text === 'true' ? true : text === 'false' ? false : text;
    else candidate[name] = text;
  }
  const parsed = eventAttributes.safeParse(candidate);
  if (!parsed.success) return parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  const a = parsed.data;
  if (a.subject !== raw.key) return `key ${raw.key} is not the subject ${a.subject}`;
  if (a.stream !== partnershipStream(a.subject)) return `stream ${a.stream} is not that of ${a.subject}`;
  if (a.id !== nativeEventId(a.stream, a.streamversion)) return 'id is not derived from stream and version';
  return a;
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
