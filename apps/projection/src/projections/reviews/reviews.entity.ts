import type { Phase, QuestionMeasure } from '@palabre/contracts';
import { documentEntity, type DocumentRow } from '../document-row.js';

/** By party; in `all`, the mean of the parties. Hundredths of the scale of five. */
export type ByParty = Readonly<Record<string, number>>;

export const allParties = 'all';

/** What the forms of the policy in force ask for: kept so that each review is read by the rules of its day. */
export interface RulesDoc {
  /** What the score of a question is about, by question. */
  readonly measures: Readonly<Record<string, QuestionMeasure>>;
  /** Score that makes a partnership solid, hundredths; null where the policy did not say (ALE-29). */
  readonly solidFrom: number | null;
  /** Questions of the review that are answered by a code of a list. Absent in a row of before. */
  readonly choices?: readonly string[];
  /** Questions of a stage that ask where a party stands: leading, beside or behind (MDM-82). Absent in a row of before. */
  readonly positions?: readonly string[];
}

/** Where a party may say that it stands, as the charters name it. */
export const positions = ['leading', 'beside', 'behind'] as const;

export type Position = (typeof positions)[number];

/** Where a party said that it stands, and in which phase. */
export interface Standpoint {
  readonly phase: Phase;
  readonly position: Position;
}

/** A test of solidity: what both sides scored, and whether each of them reached it (ALE-29). */
export interface SolidTest {
  readonly test: 'results' | 'peers' | 'strengthening';
  readonly scores: ByParty;
  readonly reached: boolean;
}

/** One annual review once it was revealed to both sides together. */
export interface ReviewDoc {
  readonly round: number;
  readonly heldAt: string;
  /** Scores given, 1 to 5 in hundredths, by question and party. Answers in words are not here. */
  readonly questions: Readonly<Record<string, ByParty>>;
  /** Codes chosen, by question and party, where the answer is one of a list. Absent in a row of before. */
  readonly choices?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Means by what is measured: results and process stand apart (ALE-52). A measure that no question asks for is absent. */
  readonly measures: Readonly<Partial<Record<QuestionMeasure, ByParty>>>;
  /** Against the round before, by measure and party; null in the first. */
  readonly trend: Readonly<Partial<Record<QuestionMeasure, ByParty>>> | null;
  /** Null where the charter does not ask for the three tests. */
  readonly solid: { readonly from: number; readonly tests: readonly SolidTest[]; readonly isSolid: boolean } | null;
}

/** The questions of a stage, by one party in one place; scores alone. */
export interface ReflectionDoc {
  readonly phase: Phase;
  readonly party: string;
  readonly place: 'headquarters' | 'field';
  readonly scores: Readonly<Record<string, number>>;
  /** Where the party says that it stands; absent where the stage did not ask. */
  readonly position?: Position;
  /** What it said in that place the time before, in the phase of then; null the first time (MDM-82). */
  readonly before?: Standpoint | null;
}

/** The last word of one party, in one place, on where it stands. */
export interface StandpointDoc extends Standpoint {
  readonly party: string;
  readonly place: 'headquarters' | 'field';
}

/** What one party thinks it can do, at entry and again at the end (ALE-58). */
export interface AssessmentDoc {
  readonly party: string;
  readonly occasion: 'baseline' | 'repeated';
  readonly scores: Readonly<Record<string, number>>;
  readonly mean: number | null;
  /** Against the baseline, by question; null for the baseline itself. */
  readonly change: Readonly<Record<string, number>> | null;
}

export type ReviewRow = DocumentRow &
  (
    | { readonly kind: 'rules'; readonly doc: RulesDoc }
    | { readonly kind: 'review'; readonly doc: ReviewDoc }
    | { readonly kind: 'reflection'; readonly doc: ReflectionDoc }
    | { readonly kind: 'standpoint'; readonly doc: StandpointDoc }
    | { readonly kind: 'self-assessment'; readonly doc: AssessmentDoc }
  );

export const reviewsEntity = documentEntity<ReviewRow>('ReviewRow', 'reviews');
