import type { BreachKind, FreeText } from '@palabre/contracts';
import { documentEntity, type DocumentRow } from '../document-row.js';

/** Something that was not done as it was due, beside promises: those are rows of the commitments (HFA-23). */
export interface BreachDoc {
  /** Whose it is; null: of everybody who is in. */
  readonly party: string | null;
  /** What it is about: a day, a transfer, a clause. */
  readonly about: string;
  /** What the first authority acknowledges it by. */
  readonly reference: string;
  readonly reason: FreeText | null;
  /** When a status point found the clause in order again, or the case about a diversion was dismissed. */
  readonly settledAt: string | null;
  readonly dismissed?: true;
}

/** The first authority of a party took note (HFA-24). */
export interface AcknowledgementDoc {
  readonly party: string;
  readonly breach: BreachKind;
  readonly reference: string;
}

export type BreachRow = DocumentRow &
  ({ readonly kind: BreachKind; readonly doc: BreachDoc } | { readonly kind: 'acknowledged'; readonly doc: AcknowledgementDoc });

export const breachesEntity = documentEntity<BreachRow>('BreachRow', 'breaches');
