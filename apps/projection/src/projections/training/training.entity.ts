import { documentEntity, type DocumentRow } from '../document-row.js';

/** A course on partnership, as the charter under which it was held keeps it (MDM-80). */
export interface CourseDoc {
  readonly course: string;
  readonly on: string;
  /** Opaque ids of those who were there. */
  readonly people: readonly string[];
  readonly organisations: readonly string[];
  readonly partnersIncluded: boolean;
}

/** Who runs a partnership for the party that designated this person. */
export interface OfficerDoc {
  readonly party: string;
  readonly person: string;
}

/** The latest course that a party says its people have followed. */
export interface FollowedDoc {
  readonly party: string;
  readonly course: string;
  readonly on: string;
}

/** Months within which a course counts, by the policy in force; 0: the charter counts on none. */
export interface CountedOnDoc {
  readonly everyMonths: number;
}

export type TrainingRow = DocumentRow &
  (
    | { readonly kind: 'course'; readonly doc: CourseDoc }
    | { readonly kind: 'officer'; readonly doc: OfficerDoc }
    | { readonly kind: 'followed'; readonly doc: FollowedDoc }
    | { readonly kind: 'counted-on'; readonly doc: CountedOnDoc }
  );

export const trainingEntity = documentEntity<TrainingRow>('TrainingRow', 'training');
