import type { SurveyAnswers, SurveyDimension, SurveyQuestion, SurveyTraits } from '@palabre/contracts';
import { emptyStream, type OwnedState } from '../streams/stream-state.js';

/** What one respondent gave: its answers and what it said of itself. */
export interface SealedRow {
  readonly answers: SurveyAnswers;
  readonly traits: SurveyTraits;
}

/** What no event tells: which invitations are still good, and what was answered. Gone when the campaign closes. */
export interface SealedSurvey {
  /** Beginnings of the tokens' hashes; a used one is no longer here. */
  readonly invitations: readonly string[];
  /** Sorted by what they say, so that their order tells nothing. */
  readonly rows: readonly SealedRow[];
}

export const nothingSealed: SealedSurvey = { invitations: [], rows: [] };

export interface CampaignState extends OwnedState {
  readonly scale: { readonly lowest: number; readonly highest: number } | null;
  readonly questions: readonly SurveyQuestion[];
  readonly dimensions: readonly SurveyDimension[];
  readonly closesAt: string | null;
  readonly invited: number;
  /** Answers that events have told of; the latest may still wait for their lot. */
  readonly told: number;
  readonly conversations: number;
  readonly sealed: SealedSurvey;
}

export const emptyCampaign = (id: string): CampaignState => ({
  ...emptyStream(id),
  scale: null,
  questions: [],
  dimensions: [],
  closesAt: null,
  invited: 0,
  told: 0,
  conversations: 0,
  sealed: nothingSealed,
});

/** Enough of a token's hash to know it again. */
export const shortHash = (hash: string): string => hash.slice(0, 32);
