import type { Phase, Procedure } from '@palabre/contracts';
import { documentEntity, type DocumentRow } from '../document-row.js';

/** How long something took, in whole days; null as long as it goes on. */
interface Took {
  readonly since: string;
  readonly until: string | null;
  readonly days: number | null;
}

/** A stay in a phase. The type is the one of its beginning: a change of type in the middle does not rewrite it. */
export interface StayDoc extends Took {
  readonly phase: Phase;
  readonly type: string;
}

/** One run of a procedure whose burden is looked at (ALE-55). */
export interface ProcedureDoc extends Took {
  readonly procedure: Procedure;
  readonly type: string;
  /** How often it was sent back: a concern or a breach found, a contested or refused text, a transfer that was late or misused. */
  readonly returns: number;
  /** Documents that it took: what findings rest on, versions of the agreement and of its translations, vouchers. */
  readonly documents: number;
}

/** Where the partnership stands, so that the next step closes the right stay. */
export interface HereDoc {
  readonly type: string;
  readonly stays: number;
}

export type DurationRow = DocumentRow &
  (
    | { readonly kind: 'here'; readonly doc: HereDoc }
    | { readonly kind: 'stay'; readonly doc: StayDoc }
    | { readonly kind: 'procedure'; readonly doc: ProcedureDoc }
  );

export const durationsEntity = documentEntity<DurationRow>('DurationRow', 'durations');
