import type { EventAttributes, EventData, EventType } from '@palabre/contracts';
import { isEventType } from '@palabre/contracts';
import { currentData } from '@palabre/event-log';

/** An event of the ledger as projectors see it: typed by its name, data in the newest form. */
export type LedgerEvent<T extends EventType = EventType> = {
  [K in T]: {
    readonly type: K;
    /** Place in the whole ledger. */
    readonly position: bigint;
    readonly partnership: string;
    readonly version: number;
    readonly attributes: EventAttributes;
    readonly data: EventData<K>;
  };
}[T];

/** PostgreSQL's jsonb refuses NUL and lone surrogates, which JSON allows: read models show U+FFFD, the ledger keeps the bytes. */
const unstorable = /[\u0000]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(unstorable, '\ufffd');
  if (Array.isArray(value)) return value.map(storable);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key.replace(unstorable, '\ufffd'), storable(one)]));
}

const suspicious = (text: string): boolean => text.includes('\\u0000') || text.includes('\\ud');

/** Builds the typed event from what was checked on receipt (or is read back from the ledger). */
export function ledgerEvent(position: bigint, attributes: EventAttributes, data: unknown, dataText: string): LedgerEvent {
  return {
    type: attributes.type as EventType,
    position,
    partnership: attributes.subject,
    version: attributes.streamversion,
    attributes,
    data: suspicious(dataText) ? storable(data) : data,
  } as LedgerEvent;
}

/** A row of the ledger read back. `payload` is null where a reader asked for attributes alone. */
export function fromLedgerRow(row: { position: string; attributes: string; payload: string | null }): LedgerEvent {
  const attributes = JSON.parse(row.attributes) as EventAttributes;
  const { type, schemaversion } = attributes;
  if (!isEventType(type)) throw new Error(`ledger position ${row.position}: no event is called ${type}`);
  if (row.payload === null) return ledgerEvent(BigInt(row.position), attributes, null, '');
  const data = currentData(type, schemaversion, JSON.parse(row.payload));
  return ledgerEvent(BigInt(row.position), attributes, data, row.payload);
}
