import { z } from 'zod';
import { canonicalJson, sha256Hex, uuidFromName } from './canonical.js';
import { instant, opaqueId, sha256 } from './fields.js';

/**
 * Attributes of an event: CloudEvents 1.0 with our extensions (all lower case, as CloudEvents asks). On the wire they
 * are Kafka headers `ce_<name>`; the value of the message is the canonical JSON of `data` (binary content mode).
 */
export const eventAttributes = z.strictObject({
  specversion: z.literal('1.0'),
  /** Derived from stream and version: the same event has the same id however often it is announced. */
  id: z.uuid(),
  source: z.literal('/palabre'),
  /** Name of the event, past tense: `BudgetContested`. */
  type: z.string().regex(/^[A-Z][A-Za-z]+$/),
  /** Id of the partnership, organisation, charter or campaign; also the Kafka key. */
  subject: opaqueId,
  /** Instant of recording: the workflow's own time. */
  time: instant,
  datacontenttype: z.literal('application/json'),
  dataschema: z.string(),
  /** `partnership/<id>`, `organisation/<id>`, `charter/<code>` or `campaign/<id>`. */
  stream: opaqueId,
  /** 1, 2, 3 … without a gap; only the stream's workflow assigns it. */
  streamversion: z.int().min(1),
  /** Raised when a stream had to be restarted by force; 1 otherwise. */
  epoch: z.int().min(1),
  /** Instant of the fact: the partnership's calendar, or the earlier moment that the person named. */
  factat: instant,
  /** Opaque person id, or `palabre` when a deadline or a consequence of a rule speaks. */
  actor: opaqueId,
  actorrole: z.string(),
  /** Party the actor spoke for; `none` for Palabre itself. */
  party: z.string(),
  /** Command id, or `deadline/<id>`. */
  cause: opaqueId,
  /** Follows one click from the command to the row. */
  correlation: opaqueId,
  charter: z.string(),
  charterhash: sha256,
  schemaversion: z.int().min(1),
  /** True for demonstrations, trainings and tests, for ever. */
  rehearsal: z.boolean(),
  /** Hash of the event before it in the stream; 64 zeros for the first. */
  previoushash: sha256,
  /** SHA-256 over the canonical attributes (without this one), a line feed, and the canonical data. */
  hash: sha256,
});

export type EventAttributes = z.infer<typeof eventAttributes>;

/** An event as it travels and as it is kept. */
export interface EventEnvelope<D = unknown> {
  readonly attributes: EventAttributes;
  readonly data: D;
}

/** `previoushash` of a stream's first event. */
export const genesisHash = '0'.repeat(64);

/** Id of the event at a version of a stream. */
export const eventId = (stream: string, version: number): string => uuidFromName(`${stream}@${version}`);

/** Name of a payload's schema, as `dataschema` carries it. */
export const dataSchemaName = (type: string, schemaVersion: number): string => `palabre:${type}:${schemaVersion}`;

/**
 * Hash of an event. `dataText` is the canonical JSON of its data: exactly the bytes of the Kafka message, so a reader
 * checks the chain without parsing what it received.
 */
export function eventHash(attributes: Omit<EventAttributes, 'hash'>, dataText: string): string {
  return sha256Hex(`${canonicalJson(attributes)}\n${dataText}`);
}

/** Completes an envelope with its hash. `dataText` is the canonical JSON of `data`, for those who have it already. */
export function sealEnvelope<D>(attributes: Omit<EventAttributes, 'hash'>, data: D, dataText = canonicalJson(data)): EventEnvelope<D> {
  return { attributes: { ...attributes, hash: eventHash(attributes, dataText) }, data };
}

/** True when the event's own hash holds and it follows `previous`. */
export function followsInChain(event: EventEnvelope, previousHash: string): boolean {
  const { hash, ...unsigned } = event.attributes;
  return unsigned.previoushash === previousHash && eventHash(unsigned, canonicalJson(event.data)) === hash;
}
