import { refusal as refusalSchema, type FieldMistake, type Localized, type Refusal } from '@palabre/contracts';

/** A problem document (RFC 9457) as far as a terminal needs it. */
export interface Problem {
  readonly status: number;
  readonly refusal: Refusal;
  /** Stream version, when the refusal was recorded in the history. */
  readonly version: number | null;
  readonly fields: readonly FieldMistake[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;

const localizedOr = (value: unknown, fallback: string): Localized =>
  isRecord(value) && typeof value['fr'] === 'string' && typeof value['en'] === 'string'
    ? { fr: value['fr'], en: value['en'] }
    : { fr: fallback, en: fallback };

const textOr = (value: unknown, fallback: string): string => (typeof value === 'string' && value !== '' ? value : fallback);

const textOf = (value: unknown): string => textOr(value, '');

/** The gateway names the code; a reading service carries it at the end of the problem type. */
const codeOf = (said: Readonly<Record<string, unknown>>, status: number): string => {
  const type = textOf(said['type']);
  return textOr(said['code'], type.startsWith('urn:palabre:') ? (type.split(':').at(-1) ?? '') : `http-${status}`);
};

const fieldsOf = (value: unknown): FieldMistake[] =>
  Array.isArray(value)
    ? value.filter(isRecord).map(field => ({ pointer: textOr(field['pointer'], ''), expected: localizedOr(field['expected'], '') }))
    : [];

/** Reads a problem document. Whatever a server or a proxy sends, there is something to say to a person. */
export function problemOf(status: number, body: unknown): Problem {
  const said = isRecord(body) ? body : {};
  const fallback = textOr(said['detail'], textOr(said['title'], textOr(said['message'], `HTTP ${status}`)));
  const strict = refusalSchema.safeParse({
    code: codeOf(said, status),
    rule: textOr(said['rule'], `HTTP ${status}`),
    reason: localizedOr(said['reason'], fallback),
    next: localizedOr(said['next'], ' '),
    gates: said['gates'] ?? [],
  });
  const known: Refusal = strict.success
    ? strict.data
    : { code: `http-${status}`, rule: `HTTP ${status}`, reason: { fr: fallback, en: fallback }, next: { fr: ' ', en: ' ' }, gates: [] };
  return {
    status,
    refusal: known,
    version: typeof said['version'] === 'number' ? said['version'] : null,
    fields: fieldsOf(said['fields']),
  };
}
