import type { GateId, Language, Localized } from '@palabre/contracts';
import type { FieldMistake, Refused } from './refused.js';
import { statusOf, titleOf } from './statuses.js';

/** Media type of RFC 9457. */
export const problemMediaType = 'application/problem+json';

/** A refusal as it leaves the gateway (RFC 9457, with our members). */
export interface Problem {
  /** `urn:palabre:refusal:<code>` */
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
  readonly gates: readonly GateId[];
  /** Stream version, when the refusal was recorded in the partnership's history. */
  readonly version: number | null;
  readonly fields: readonly FieldMistake[];
  readonly correlation: string;
}

export interface ProblemCircumstances {
  readonly language: Language;
  readonly instance: string;
  readonly correlation: string;
}

/** Writes a refusal out for one caller. */
export function problemOf({ refusal, context }: Refused, { language, instance, correlation }: ProblemCircumstances): Problem {
  const status = statusOf(refusal.code);
  return {
    type: `urn:palabre:refusal:${refusal.code}`,
    title: titleOf(status)[language],
    status,
    detail: `${refusal.reason[language]} ${refusal.next[language]}`,
    instance,
    code: refusal.code,
    rule: refusal.rule,
    reason: refusal.reason,
    next: refusal.next,
    gates: refusal.gates,
    version: context.version ?? null,
    fields: context.fields ?? [],
    correlation,
  };
}
