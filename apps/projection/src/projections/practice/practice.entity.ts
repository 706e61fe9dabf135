import type { EventData, EventType, FreeText } from '@palabre/contracts';
import { documentEntity, type DocumentRow } from '../document-row.js';

/** The three joint activities that come back (ALE-64). */
export const jointActivities = ['reflection', 'design', 'learning'] as const;

export type JointActivity = (typeof jointActivities)[number];

/** How often each was held in a year with two parties at least. */
export type YearDoc = { readonly year: number } & Readonly<Record<JointActivity, number>>;

/** Time for the relation of one party in one year, planned and given, with what the party learned in it (MDM-29). */
export interface RelationTimeDoc {
  readonly year: number;
  readonly party: string;
  /** Null: nothing was planned. */
  readonly plannedHalfDays: number | null;
  readonly givenHalfDays: number;
  readonly learned: readonly { readonly on: string; readonly from: string; readonly note: FreeText }[];
}

/** The last word on whether a joint project could grow (PMP-38). */
export interface ScaleUpDoc {
  readonly project: string;
  readonly readiness: EventData<'ScaleUpAssessed'>['readiness'];
  readonly condition: FreeText;
  readonly potential: FreeText;
  readonly assessedBy: string;
  readonly assessedOn: string;
}

/** A status point as members receive it, and who has read it (HFA-31). */
export interface DigestDoc {
  readonly heldOn: string;
  readonly recordedBy: string;
  readonly clauses: EventData<'StatusPointRecorded'>['clauses'];
  readonly note: FreeText;
  /** Who wrote it, and who said that they read it: each person once. */
  readonly recorder: string;
  readonly readBy: readonly { readonly party: string; readonly person: string; readonly on: string }[];
}

/** An answer of a review that every party lets be told outside (AGI-09). Its words stay in the file. */
export interface CitationDoc {
  readonly round: number;
  readonly question: string;
  readonly of: string;
  readonly on: string;
}

/** A small win that was shared; only a certain one is ever told outside (PMP-36, C-07). */
export interface VictoryDoc {
  readonly party: string;
  readonly on: string;
  readonly certain: boolean;
  readonly note: FreeText;
}

/** Something of the partnership that changed by agreement, under the name of its event. */
export interface ChangeDoc {
  readonly change: EventType;
  readonly on: string;
}

export type PracticeRow = DocumentRow &
  (
    | { readonly kind: 'year'; readonly doc: YearDoc }
    | { readonly kind: 'relation-time'; readonly doc: RelationTimeDoc }
    | { readonly kind: 'scale-up'; readonly doc: ScaleUpDoc }
    | { readonly kind: 'digest'; readonly doc: DigestDoc }
    | { readonly kind: 'citation'; readonly doc: CitationDoc }
    | { readonly kind: 'victory'; readonly doc: VictoryDoc }
    | { readonly kind: 'change'; readonly doc: ChangeDoc }
  );

export const practiceEntity = documentEntity<PracticeRow>('PracticeRow', 'practice');
