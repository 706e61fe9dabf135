import type { FreeText } from '@palabre/contracts';

/** Scores and courses over many partnerships, as the reading service tells them. Scores are hundredths. */

export interface QualitiesRow {
  /** A team, or an organisation; null: partners that no team works with. */
  readonly group: string | null;
  readonly name?: FreeText;
  readonly charter: string;
  readonly partnerships: number;
  readonly qualities: Readonly<Record<string, { readonly mean: number; readonly partnerships: number }>>;
}

export interface LastCourseRow {
  readonly course: string;
  readonly on: string;
  readonly partnersIncluded: boolean | null;
}

export interface TrainingFileRow {
  readonly partnership: string;
  readonly title: string;
  readonly organisation: string | null;
  readonly name: FreeText | null;
  readonly everyMonths: number;
  readonly lastCourse: LastCourseRow | null;
  readonly covered: boolean | null;
}

export interface TrainingOrganisationRow {
  readonly organisation: string;
  readonly name: FreeText | null;
  readonly officers: { readonly counted: number; readonly covered: number };
  readonly lastCourse: LastCourseRow | null;
}

export interface ReflectionRow {
  readonly at: string;
  readonly phase: string;
  readonly party: string;
  readonly place: 'headquarters' | 'field';
  readonly scores: Readonly<Record<string, number>>;
  readonly position?: string;
  readonly before?: { readonly phase: string; readonly position: string } | null;
}
