import type { FieldMistake, Refusal } from '@palabre/contracts';

/** A command on its way; the account that asks is beside it. */
export interface Request {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly at?: string;
  readonly expectedVersion?: number;
}

export interface Accepted {
  readonly outcome: 'accepted';
  readonly version: number;
  readonly events: readonly { readonly type: string; readonly version: number }[];
  readonly warnings: readonly Refusal[];
}

/** `version` null: the refusal left no trace in the history. */
export interface Refused {
  readonly outcome: 'refused';
  readonly version: number | null;
  readonly refusal: Refusal;
  readonly fields: readonly FieldMistake[];
  /** HTTP status with which it came; decides the exit code. */
  readonly status: number;
}

export type Answer = Accepted | Refused;

export interface Opened {
  readonly id: string;
  readonly answer: Accepted;
}
