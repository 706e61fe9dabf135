import { problemDetails, type GateId, type ProblemCircumstances, type ProblemDetails } from '@palabre/contracts';
import type { Refused } from './refused.js';
import { statusOf, titleOf } from './statuses.js';

/** A refusal as it leaves the gateway. */
export interface Problem extends ProblemDetails {
  readonly gates: readonly GateId[];
  /** Stream version, when the refusal was recorded in the partnership's history. */
  readonly version: number | null;
}

/** Writes a refusal out for one caller. */
export function problemOf({ refusal, context: { fields = [], version } }: Refused, circumstances: ProblemCircumstances): Problem {
  const status = statusOf(refusal.code);
  const details = problemDetails('refusal', { ...refusal, status, title: titleOf(status), fields }, circumstances);
  return { ...details, gates: refusal.gates, version: version ?? null };
}
