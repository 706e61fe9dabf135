import type { JournalKind } from './kinds.js';

/** A change of context that nobody has answered yet (AGI-29). */
export interface ContextChange {
  /** Id of the event that told it. */
  readonly event: string;
  readonly party: string;
  readonly at: string;
}

export interface JournalSlice {
  readonly counts: { readonly [K in JournalKind]?: number };
  /** Identified stakeholders by category and by sector; the map itself stays in the events. */
  readonly categories: Readonly<Record<string, number>>;
  readonly sectors: Readonly<Record<string, number>>;
  /** Lists of the map that are empty on purpose (PMP-12). */
  readonly declaredEmpty: readonly string[];
  /** Learning by the party it was learned from: a direction without any is shown (MDM-84). */
  readonly learnedFrom: Readonly<Record<string, number>>;
  /** Small wins whose result is not certain: never announced outside (PMP-36). */
  readonly uncertainVictories: number;
  readonly contextChanges: readonly ContextChange[];
}

export const emptyJournal: JournalSlice = {
  counts: {},
  categories: {},
  sectors: {},
  declaredEmpty: [],
  learnedFrom: {},
  uncertainVictories: 0,
  contextChanges: [],
};
