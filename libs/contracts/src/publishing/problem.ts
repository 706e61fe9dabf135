import type { Localized } from '../vocabulary/localized.js';

/** Media type of RFC 9457. */
export const problemMediaType = 'application/problem+json';

/** One wrong field of a request: where it is (a JSON pointer, RFC 6901) and what belongs there. Never the value itself. */
export interface FieldMistake {
  readonly pointer: string;
  readonly expected: Localized;
}

/** What is said of a problem in both languages, before it is written out for one caller. */
export interface Trouble {
  readonly status: number;
  readonly code: string;
  readonly rule: string;
  readonly title: Localized;
  readonly reason: Localized;
  readonly next: Localized;
  readonly fields: readonly FieldMistake[];
}

/** A problem as it leaves any service of Palabre: RFC 9457, with members of our own. */
export interface ProblemDetails {
  /** `urn:palabre:<what>:<code>` */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Path of the request. */
  readonly instance: string;
  readonly code: string;
  readonly rule: string;
  readonly reason: Localized;
  readonly next: Localized;
  readonly fields: readonly FieldMistake[];
  readonly correlation: string;
}

export interface ProblemCircumstances {
  readonly language: keyof Localized;
  readonly instance: string;
  readonly correlation: string;
}

/** Writes a trouble out for one caller. */
export const problemDetails = (
  what: 'refusal' | 'problem',
  { status, code, rule, title, reason, next, fields }: Trouble,
  { language, instance, correlation }: ProblemCircumstances,
): ProblemDetails => ({
  type: `urn:palabre:${what}:${code}`,
  title: title[language],
  status,
  detail: `${reason[language]} ${next[language]}`,
  instance,
  code,
  rule,
  reason,
  next,
  fields,
  correlation,
});
