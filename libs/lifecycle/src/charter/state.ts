import type { CharterPart, ClauseStanding, EventData } from '@palabre/contracts';
import { emptyStream, type OwnedState } from '../streams/stream-state.js';

/** A clause as rules see it: its present version by hash, who wrote it, how far it has come. Its words stay in the events. */
export interface ClauseState {
  readonly clause: string;
  readonly part: CharterPart;
  readonly version: number;
  readonly hash: string;
  readonly standing: ClauseStanding;
  readonly proposedBy: string;
  readonly proposedAt: string;
  readonly objected: boolean;
  /** The closed consultation that this version went through, and who kept silent in it. */
  readonly consulted: { readonly consultation: string; readonly silent: readonly string[] } | null;
}

export interface ConsultationState {
  readonly consultation: string;
  readonly clauses: readonly { readonly clause: string; readonly version: number }[];
  readonly bodies: readonly string[];
  readonly answered: readonly string[];
  /** Who answered: one person speaks for one body. */
  readonly answeredBy: readonly string[];
  readonly dueAt: string;
}

/** Steps of a revision, in their order (ALE-26). */
export const revisionSteps = ['listening', 'position', 'tools', 'publication'] as const;

export type RevisionStep = (typeof revisionSteps)[number];

export interface EditionState {
  readonly edition: number;
  readonly contentHash: string;
  /** Hash of each clause that stood in it. */
  readonly clauses: Readonly<Record<string, string>>;
}

export interface CommitmentOfMembers {
  readonly commitment: string;
  readonly members: readonly string[];
  readonly consented: readonly string[];
}

export interface CharterState extends OwnedState {
  readonly scope: EventData<'CharterDrafted'>['scope'] | null;
  readonly group: readonly { readonly person: string; readonly headquarters: boolean }[];
  readonly groupActive: boolean;
  readonly clauses: readonly ClauseState[];
  readonly consultation: ConsultationState | null;
  readonly validationOn: { readonly on: string | null; readonly confirmed: boolean } | null;
  readonly inForce: EditionState | null;
  /** The step that the open revision waits for; null when none is open. */
  readonly revision: RevisionStep | null;
  readonly commitments: readonly CommitmentOfMembers[];
  readonly sheets: Readonly<Record<string, number>>;
  readonly sheetsAsked: readonly string[];
  /** When the last course on partnership was held, or the charter was begun; absent in a stream of before (MDM-80). */
  readonly trainedAt?: string;
}

export const emptyCharter = (id: string): CharterState => ({
  ...emptyStream(id),
  scope: null,
  group: [],
  groupActive: false,
  clauses: [],
  consultation: null,
  validationOn: null,
  inForce: null,
  revision: null,
  commitments: [],
  sheets: {},
  sheetsAsked: [],
});

export const clauseOf = (state: CharterState, clause: string): ClauseState | undefined => state.clauses.find(one => one.clause === clause);

/** Clauses that stand in the text: all that were not retired. */
export const livingClauses = (state: CharterState): readonly ClauseState[] =>
  state.clauses.filter(({ standing }) => standing !== 'retired');

export const isMember = (state: CharterState, person: string): boolean => state.group.some(member => member.person === person);
