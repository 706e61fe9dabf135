import { events, isEventType, type FreeText } from '@palabre/contracts';

/** A restriction of access as the file keeps it (MDM-17). */
export interface KnownRestriction {
  readonly object: string;
  readonly restrictedFor: string;
  readonly reason: FreeText;
}

/** What stands in the place of something restricted: the rule, and the reason that was given. */
export interface Restricted {
  readonly rule: 'MDM-17';
  readonly reason: FreeText;
}

/** What was kept from one party, wherever it is read: file, history, timeline, past. */
export interface Restrictions {
  readonly none: boolean;
  ofText(kind: string): Restricted | null;
  ofEvent(type: string, data: unknown): Restricted | null;
  /** A document of the file or of the state in which restricted items keep their name and their reason, no more. */
  applied(document: unknown): unknown;
}

/** Fields by which events and documents name the thing that they are about. */
const namingFields = [
  'kind',
  'object',
  'commitment',
  'transfer',
  'decision',
  'challenge',
  'finding',
  'handover',
  'proposal',
  'request',
  'withdrawal',
] as const;

/** Sign-offs whose words are about a text that their name says. */
const textsOfSignOffs: Readonly<Record<string, string>> = {
  SignatureRefused: 'agreement',
  StrategicValidationRefused: 'agreement',
  ReportsReturnedByAssembly: 'final-report',
};

/** Text events that say no kind are the agreement's own. */
const impliedText = (type: string, data: object): string | null => {
  if ('kind' in data) return null;
  const isText = isEventType(type) && events[type].mechanism === 'text' && 'hash' in data;
  return isText ? 'agreement' : (textsOfSignOffs[type] ?? null);
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

/** Heads of texts in a state are told by kind. */
const isHead = (value: unknown): boolean => isRecord(value) && 'hash' in value && 'lines' in value;

export function restrictionsFor(party: string | null, known: readonly KnownRestriction[]): Restrictions {
  const mine = known.filter(one => one.restrictedFor === party);
  // A text is named by its kind, with or without `text/` before it.
  const reasons = new Map(mine.map(one => [one.object.replace(/^text[/-]/, ''), one.reason]));
  const of = (object: string): Restricted | null => {
    const reason = reasons.get(object);
    return reason === undefined ? null : { rule: 'MDM-17', reason };
  };
  const namedIn = (data: Readonly<Record<string, unknown>>) => {
    for (const field of namingFields) {
      const name = data[field];
      const restricted = typeof name === 'string' ? of(name) : null;
      if (restricted !== null) return { field, name, restricted };
    }
    return null;
  };
  const applied = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(applied);
    if (!isRecord(value) || 'restrictedFor' in value) return value;
    const named = namedIn(value);
    if (named !== null) return { [named.field]: named.name, restricted: named.restricted };
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [key, isHead(one) && of(key) !== null ? { restricted: of(key) } : applied(one)]),
    );
  };
  return {
    none: mine.length === 0,
    ofText: of,
    ofEvent: (type, data) => {
      if (mine.length === 0 || !isRecord(data) || 'restrictedFor' in data) return null;
      const implied = impliedText(type, data);
      return (implied === null ? null : of(implied)) ?? namedIn(data)?.restricted ?? null;
    },
    applied: document => (mine.length === 0 ? document : applied(document)),
  };
}
