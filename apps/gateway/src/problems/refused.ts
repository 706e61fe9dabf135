import type { FieldMistake, Refusal } from '@palabre/contracts';

export interface RefusalContext {
  readonly fields?: readonly FieldMistake[];
  /** Stream version after a refusal that the partnership recorded. */
  readonly version?: number;
  readonly retryAfterSeconds?: number;
}

/** A request that is answered with a problem document. The value says why; the filter writes it out. */
export class Refused extends Error {
  constructor(
    readonly refusal: Refusal,
    readonly context: RefusalContext = {},
  ) {
    super(refusal.code);
    this.name = 'Refused';
  }
}
