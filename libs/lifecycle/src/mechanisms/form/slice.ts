import type { AddedQuestion, FormAnswers, Phase } from '@palabre/contracts';

/**
 * A party's answers before they are revealed. The event carries their hash alone, so `answers` is null in a state that
 * was folded from events; only the partnership's own workflow keeps them, until everybody has answered (MDM-14).
 */
export interface SealedAnswers {
  readonly party: string;
  readonly answersHash: string;
  readonly answers: FormAnswers | null;
  /** Questions whose earlier answer still holds. */
  readonly unchanged: readonly string[] | null;
  /** Chosen by who answered; as secret as the answers themselves until they are revealed. */
  readonly salt: string | null;
}

/** A form that every party answers about itself and the others, round after round; revealed together. */
export interface TwoSidedForm {
  /** Rounds revealed so far; the round in progress is the next one. */
  readonly revealed: number;
  readonly revealedAt: string | null;
  readonly sealed: readonly SealedAnswers[];
}

/** A finding that asks for a line to be raised. `line` null: no line named yet. */
export interface Concern {
  readonly finding: string;
  readonly about: string;
  readonly by: string;
  readonly line: string | null;
  readonly at: string;
}

/** Questions that wait for the party they were put to. */
export interface OpenRequest {
  readonly request: string;
  readonly by: string;
  readonly to: string;
  readonly count: number;
  readonly askedAt: string;
  /** Day by which an answer is wished for; null when none was named (ALE-13). */
  readonly answerBy: string | null;
}

/** One answer of an annual review that everybody has read. */
export interface RevealedAnswer {
  readonly round: number;
  readonly question: string;
  /** Party that gave it. */
  readonly of: string;
}

/** An answer about which party `by` has not yet said whether it is so (ALE-14). */
export interface ToConfirm extends RevealedAnswer {
  readonly by: string;
}

/** An answer that may be told outside once every party has cleared it (AGI-09). */
export interface Quotable extends RevealedAnswer {
  readonly clearedBy: readonly string[];
}

/** A question that the parties added; its words stay in the event (ALE-69). */
export interface OwnQuestion extends Pick<AddedQuestion, 'id' | 'answerer' | 'kind'> {
  readonly form: string;
}

/** Scores given at the end, summed apart: what the relation is worth is never one figure with what the project reached. */
export interface ClosingSums {
  readonly network: { readonly sum: number; readonly count: number };
  readonly results: { readonly sum: number; readonly count: number };
}

const noSums: ClosingSums = { network: { sum: 0, count: 0 }, results: { sum: 0, count: 0 } };

export type Place = 'headquarters' | 'field';

export interface FormSlice {
  readonly dueDiligence: TwoSidedForm;
  readonly annualReview: TwoSidedForm;
  /** Who has recorded a finding about whom, each pair once. */
  readonly findings: readonly { readonly by: string; readonly about: string }[];
  readonly concerns: readonly Concern[];
  /** Last stage reflections: each phase, party and place once; `at` is absent in a file of before. */
  readonly reflections: readonly { readonly phase: Phase; readonly party: string; readonly place: Place; readonly at?: string }[];
  readonly baselineOf: readonly string[];
  readonly repeatedBy: readonly string[];
  readonly closingAnsweredBy: readonly string[];
  readonly requests: readonly OpenRequest[];
  readonly toConfirm: readonly ToConfirm[];
  readonly quotable: readonly Quotable[];
  readonly own: readonly OwnQuestion[];
  readonly closingSums: ClosingSums;
  /** Questions that each party was asked in the calendar year of `year` (C-28). */
  readonly asked: { readonly year: string; readonly count: Readonly<Record<string, number>> };
  /** What each party has answered already, a short digest by question: the same answer is no new question (ALE-54). */
  readonly known: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const nobodyYet: TwoSidedForm = { revealed: 0, revealedAt: null, sealed: [] };

export const noForms: FormSlice = {
  dueDiligence: nobodyYet,
  annualReview: nobodyYet,
  findings: [],
  concerns: [],
  reflections: [],
  baselineOf: [],
  repeatedBy: [],
  closingAnsweredBy: [],
  requests: [],
  toConfirm: [],
  quotable: [],
  own: [],
  closingSums: noSums,
  asked: { year: '', count: {} },
  known: {},
};
