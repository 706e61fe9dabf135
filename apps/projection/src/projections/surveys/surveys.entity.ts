import type { EventData, SurveyCell, SurveyQuestion } from '@palabre/contracts';
import { documentEntity, type DocumentRow } from '../document-row.js';

export type Respondents = EventData<'SurveyBaselineRecorded'>['respondents'];

/** A campaign on one line: what was asked of whom, when, and the mean with what it must never be shown without (MDM-07). */
export interface CampaignDoc {
  readonly title: string;
  readonly owner: string;
  readonly rehearsal: boolean;
  readonly scale: { readonly lowest: number; readonly highest: number };
  /** Month of the survey: that of its closing, or the one its report names. Null while it is open. */
  readonly month: string | null;
  /** Day from which the next survey is due, by the charter's rhythm (S-11); null while open, and where no rhythm was set. */
  readonly nextFrom: string | null;
  /** Recorded from a report of before Palabre: campaign zero (MDM-08). */
  readonly baseline: boolean;
  readonly respondents: Respondents | null;
  readonly invited: number;
  readonly responses: number;
  readonly conversations: number;
  /** Countries in which a group large enough answered; null where nothing says it. */
  readonly countries: number | null;
  /** Results of fewer are withheld; null of a baseline, whose report says nothing of it. */
  readonly minimumShown: number | null;
  /** Hundredths of a point by which a strength falls before it is told (ALE-07). */
  readonly strengthFall: number | null;
  /** Hundredths, over every answer to a question with a scale; null while open, and when too few answered. */
  readonly mean: number | null;
  /** How often each score was given; null where the report does not say. */
  readonly spread: Readonly<Record<string, number>> | null;
}

/** Results of one question, as the campaign released them: groups too small are counted and not shown. */
export interface ResultDoc {
  readonly question: string;
  readonly kind: SurveyQuestion['kind'];
  readonly asks: SurveyQuestion['asks'];
  readonly keepDoing: boolean;
  /** Null until the campaign closes. */
  readonly cells: readonly SurveyCell[] | null;
  readonly withheld: number;
  readonly texts: EventData<'SurveyResultReleased'>['texts'];
}

export type SurveyRow = DocumentRow &
  ({ readonly kind: 'campaign'; readonly doc: CampaignDoc } | { readonly kind: 'result'; readonly doc: ResultDoc });

export const surveysEntity = documentEntity<SurveyRow>('SurveyRow', 'surveys');
