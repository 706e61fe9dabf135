import type { EventData, Phase } from '@palabre/contracts';

type Told<T extends 'MotivationStated' | 'WillDeclared' | 'ExpertiseStated' | 'CulturalNotesRecorded' | 'TrustPulseAnswered'> =
  EventData<T>;

/** The cells of the grid of expertise (PMP-55). */
export const expertiseCells = ['technical', 'field', 'targetGroup', 'countries'] as const;

export type ExpertiseCell = (typeof expertiseCells)[number];

export type Motivation = Pick<Told<'MotivationStated'>, 'party' | 'origin' | 'sector'>;

export type Will = Pick<Told<'WillDeclared'>, 'party' | 'cooperates' | 'compromises'>;

export interface Expertise {
  readonly party: string;
  readonly empty: readonly ExpertiseCell[];
}

/** Notes of one party about itself or about the people concerned; their words stand in the event of that version. */
export interface CulturalNotes extends Pick<Told<'CulturalNotesRecorded'>, 'party' | 'about' | 'restDays' | 'avoid'> {
  readonly version: number;
}

export type TrustScores = Pick<Told<'TrustPulseAnswered'>, 'compromise' | 'decide' | 'commit'>;

export interface TrustPulse {
  readonly party: string;
  readonly phase: Phase;
  readonly scores: TrustScores;
}

/** The last word of each party on each thing that parties tell of themselves. */
export interface DeclarationSlice {
  readonly motivations: readonly Motivation[];
  readonly wills: readonly Will[];
  readonly expertise: readonly Expertise[];
  readonly culture: readonly CulturalNotes[];
  readonly trust: readonly TrustPulse[];
  /** Since when trust waits on the agenda of the next meeting; null when it does not (PMP-22). */
  readonly trustOnAgendaSince: string | null;
}

export const nothingDeclared: DeclarationSlice = {
  motivations: [],
  wills: [],
  expertise: [],
  culture: [],
  trust: [],
  trustOnAgendaSince: null,
};
