import type { ChosenArea } from '@palabre/contracts';
import type { JournalKind } from './kinds.js';
import { noRelation, type RelationSlice } from './relation-slice.js';
import type { SaidKind } from './said-kinds.js';

/** A change of context that nobody has answered yet (AGI-29). */
export interface ContextChange {
  /** Id of the event that told it. */
  readonly event: string;
  readonly party: string;
  readonly at: string;
}

/** A strength that a party named, of itself or of another, and whether an activity uses it (AGI-17, AGI-18). */
export interface NamedStrength {
  readonly strength: string;
  readonly of: string;
  readonly used: boolean;
}

/** A requirement of a donor that is needed and not met yet (ALE-53). */
export interface DonorTask {
  readonly grant: string;
  readonly donor: string;
  readonly requirement: string;
  readonly dueOn: string | null;
  /** The party that listed it. */
  readonly party: string;
}

/** Access to resources as a party states it: from 1, hardly any, to 5, as much as needed (AGI-12). */
export interface ResourceAccess {
  readonly financial: number;
  readonly technical: number;
  readonly human: number;
}

export type ChosenLevels = {
  readonly [A in ChosenArea]?: {
    readonly information: 'none' | 'summary' | 'full';
    readonly decision: 'none' | 'consulted' | 'joint' | 'sole';
  };
};

/** What parties say for themselves. Each is absent until somebody has said it. */
export interface SaidByParties {
  /** When each party last said something, by kind of note. */
  readonly said?: { readonly [K in SaidKind]?: Readonly<Record<string, string>> };
  /** What each party chose to know and to decide, by area (AGI-21). */
  readonly levels?: Readonly<Record<string, ChosenLevels>>;
  /** Who decides in an area since a right moved by an agreed measure (AGI-13). */
  readonly rights?: { readonly [A in ChosenArea]?: string };
  /** Measures of the plan told as completed by the party that they are for (AGI-13). */
  readonly completedMeasures?: readonly string[];
  readonly access?: Readonly<Record<string, ResourceAccess>>;
  /** How the expectations of each party stand (PMP-33). */
  readonly expectations?: Readonly<Record<string, 'shared' | 'partly-met' | 'met' | 'dropped'>>;
  /** Strengths of the plan that a partner has used (ALE-57). */
  readonly strengthsUsed?: readonly string[];
  /** When the effect of each rebalancing measure was scored last (ALE-44). */
  readonly effects?: Readonly<Record<string, string>>;
  /** Papers filed under the present term, by kind (HFA-27). */
  readonly filed?: Readonly<Record<string, number>>;
  readonly donorTasks?: readonly DonorTask[];
  /** Decisions that one party took by itself, and that stand (AGI-22). */
  readonly decisions?: readonly { readonly decision: string; readonly party: string; readonly matter?: string }[];
  /** The report that was sent last, and the parties that have not said that it arrived (HFA-35). */
  readonly transmitted?: { readonly hash: string; readonly awaits: readonly string[] };
}

export interface JournalSlice extends SaidByParties {
  /** Day of the last joint session of each kind (ALE-64); absent before any. */
  readonly joint?: { readonly design?: string; readonly learning?: string };
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
  readonly relation: RelationSlice;
  readonly strengths: readonly NamedStrength[];
  /** Ids of the connections from which initiatives may come (AGI-37). */
  readonly connections: readonly string[];
}

export const emptyJournal: JournalSlice = {
  counts: {},
  categories: {},
  sectors: {},
  declaredEmpty: [],
  learnedFrom: {},
  uncertainVictories: 0,
  contextChanges: [],
  relation: noRelation,
  strengths: [],
  connections: [],
};
