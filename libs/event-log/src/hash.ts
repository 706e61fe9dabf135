import { hash } from 'node:crypto';
import type { EventAttributes } from '@palabre/contracts';

/** SHA-256 of a text's UTF-8 bytes, lower-case hexadecimal; same result as the contracts' pure version, native speed. */
export const nativeSha256 = (text: string): string => hash('sha256', text, 'hex');

/** Words that the envelope leaves free; every other text attribute is of a pattern that needs no escape in JSON. */
const quoted = (text: string): string => JSON.stringify(text);

/** The attributes before `hash` and those after it, in the order of their names. */
const before = (a: EventAttributes): string =>
  `{"actor":"${a.actor}","actorrole":${quoted(a.actorrole)},"cause":"${a.cause}","charter":${quoted(a.charter)},"charterhash":"${a.charterhash}",` +
  `"correlation":"${a.correlation}","datacontenttype":"${a.datacontenttype}","dataschema":${quoted(a.dataschema)},"epoch":${a.epoch},"factat":"${a.factat}"`;

const after = (a: EventAttributes): string =>
  `,"id":"${a.id}","party":${quoted(a.party)},"previoushash":"${a.previoushash}","rehearsal":${a.rehearsal},"schemaversion":${a.schemaversion},` +
  `"source":"${a.source}","specversion":"${a.specversion}","stream":"${a.stream}","streamversion":${a.streamversion},"subject":"${a.subject}",` +
  `"time":"${a.time}","type":"${a.type}"}`;

/**
 * Canonical JSON of an event's attributes without their hash. Attributes are flat, their names known, and checked by the envelope's
 * schema: writing them in sorted order gives RFC 8785 without a general canonicalizer (the spec compares both).
 */
export const unsignedText = (a: EventAttributes): string => before(a) + after(a);

/** Hash of an event from its attributes and the bytes received as text. */
export const receivedHash = (attributes: EventAttributes, dataText: string): string =>
  nativeSha256(`${unsignedText(attributes)}\n${dataText}`);

/** All attributes as one canonical text, hash included: what the ledger keeps of the headers. */
export const attributesText = (a: EventAttributes): string => `${before(a)},"hash":"${a.hash}"${after(a)}`;

/** `eventId` of the contracts at native speed: a version 8 UUID from the hash of stream and version. */
export function nativeEventId(stream: string, version: number): string {
  const hex = nativeSha256(`${stream}@${version}`);
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16).padStart(2, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(18, 20)}-${hex.slice(20, 32)}`;
}
