import { acceptanceOf, eventAttributes, isStreamOf, opaqueId, partnershipStream, type EventAttributes } from '@palabre/contracts';
import type { RawRecord } from './event-log.js';
import { nativeEventId } from './hash.js';

type Headers = RawRecord['headers'];

const headerNames = new Set(Object.keys(eventAttributes.shape).map(name => `ce_${name}`));
const wholeNumber = /^[1-9]\d{0,14}$/;

const isId = acceptanceOf(opaqueId);
const isSound = acceptanceOf(eventAttributes) as (candidate: unknown) => candidate is EventAttributes;

/** The version that a record claims, when it can be read. */
export const versionOf = (headers: Headers): number | null => {
  const text = headers['ce_streamversion'];
  return text !== undefined && wholeNumber.test(text) ? Number(text) : null;
};

/**
 * Stream that a record is set aside under when it is no event. The key decides where a record lies, so it also decides whose file
 * is stopped by it: headers are believed as far as they agree. What names nobody gets a stream of its own in each partition, which
 * no sound event can have.
 */
export function streamOf({ headers, key, partition }: Pick<RawRecord, 'headers' | 'key' | 'partition'>): string {
  if (!isId(key)) return `unknown/${partition}`;
  const told = headers['ce_stream'];
  return told !== undefined && isStreamOf(told, key) ? told : partnershipStream(key);
}

const numberIn = (text: string | undefined): unknown => (text !== undefined && wholeNumber.test(text) ? Number(text) : text);

const truthIn = (text: string | undefined): unknown => (text === 'true' ? true : text === 'false' ? false : text);

/** Attributes as the headers tell them, not yet checked; one shape for all records. */
const candidateOf = (h: Headers): Readonly<Record<keyof EventAttributes, unknown>> => ({
  specversion: h['ce_specversion'],
  id: h['ce_id'],
  source: h['ce_source'],
  type: h['ce_type'],
  subject: h['ce_subject'],
  time: h['ce_time'],
  datacontenttype: h['ce_datacontenttype'],
  dataschema: h['ce_dataschema'],
  stream: h['ce_stream'],
  streamversion: numberIn(h['ce_streamversion']),
  epoch: numberIn(h['ce_epoch']),
  factat: h['ce_factat'],
  actor: h['ce_actor'],
  actorrole: h['ce_actorrole'],
  party: h['ce_party'],
  cause: h['ce_cause'],
  correlation: h['ce_correlation'],
  charter: h['ce_charter'],
  charterhash: h['ce_charterhash'],
  schemaversion: numberIn(h['ce_schemaversion']),
  rehearsal: truthIn(h['ce_rehearsal']),
  previoushash: h['ce_previoushash'],
  hash: h['ce_hash'],
});

/** PostgreSQL has no place for NUL in a text, and no attribute needs it. Those not asked here have a pattern without it. */
const holdsNul = ({ actorrole, party, charter, dataschema }: EventAttributes): boolean =>
  `${actorrole}${party}${charter}${dataschema}`.includes('\u0000');

/** The first header that would be an attribute and is none; null when there is no such. */
function strangeHeader(headers: Headers): string | null {
  let told = 0;
  for (const header in headers) if (header.startsWith('ce_')) told += 1;
  if (told <= headerNames.size) return null;
  return Object.keys(headers).find(header => header.startsWith('ce_') && !headerNames.has(header)) ?? null;
}

/** The schema's own word where the quick yes was not said. */
function checked(candidate: object): EventAttributes | string {
  const given = Object.fromEntries(Object.entries(candidate).filter(([, value]) => value !== undefined));
  const { data, error } = eventAttributes.safeParse(given);
  return data ?? error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('; ');
}

/** The attributes of a record, or in words why its headers hold none. */
export function readAttributes(raw: RawRecord): EventAttributes | string {
  const candidate = candidateOf(raw.headers);
  const a = isSound(candidate) ? candidate : checked(candidate);
  const strange = strangeHeader(raw.headers);
  if (strange !== null) return `header ${strange} is no attribute of an event`;
  if (typeof a === 'string') return a;
  if (holdsNul(a)) return 'an attribute holds a NUL character';
  if (a.subject !== raw.key) return `key ${raw.key} is not the subject ${a.subject}`;
  if (!isStreamOf(a.stream, a.subject)) return `stream ${a.stream} is not that of ${a.subject}`;
  if (a.id !== nativeEventId(a.stream, a.streamversion)) return 'id is not derived from stream and version';
  return a;
}
