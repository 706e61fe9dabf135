import type { EventData, FreeText, Localized } from '@palabre/contracts';
import type { ByParty } from './quality-rows.js';

/** Half days; `plannedHalfDays` null: nothing was planned. */
export interface RelationTimeRow {
  readonly year: number;
  readonly party: string;
  readonly plannedHalfDays: number | null;
  readonly givenHalfDays: number;
  readonly learned: readonly { readonly on: string; readonly from: string; readonly note: FreeText }[];
}

/** What a side still owes; of what is kept from the reader, no word. */
interface PendingRow {
  readonly what?: string;
  readonly owedTo?: string;
  readonly dueOn?: string;
  readonly state?: string;
}

/** The shared account of a partnership, as the reading service gives it. Amounts are minor units, scores hundredths. */
export interface SharedAccountView {
  readonly sides: readonly {
    readonly party: string;
    readonly funds: readonly { readonly currency: string; readonly paid: number; readonly received: number; readonly justified: number }[];
    readonly activities: { readonly meetings: number; readonly people: number };
    readonly decisions: { readonly proposed: number; readonly accepted: number; readonly alone: number };
    readonly pending: readonly PendingRow[];
  }[];
  readonly autonomy: readonly {
    readonly round: number;
    readonly heldAt: string;
    readonly scores: ByParty;
    readonly change: ByParty | null;
  }[];
  readonly journal: readonly { readonly day: string; readonly party?: string; readonly says?: Localized | null }[];
}

/** A difficulty that a party raised, with who has acknowledged it. */
export interface ChallengeRow {
  readonly challenge: string;
  readonly party: string;
  readonly kind: string;
  readonly state: string;
  readonly text: FreeText;
  readonly acknowledgedBy: string | null;
}

/** A joint decision, with the declared limits that it crosses (PMP-26). */
export interface DecisionRow {
  readonly decision?: string;
  readonly subject: string;
  readonly state: string;
  readonly crosses?: EventData<'JointDecisionProposed'>['crosses'];
}
