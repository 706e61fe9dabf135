import { events, type Localized } from '@palabre/contracts';
import type { CampaignView } from '../projections/surveys/survey-views.js';
import { scoresOf, type YearFigures } from './year-figures.js';

/** What is shown at an internal event: scores, citations that every party has cleared, changes of the year (MDM-79). */
export interface EventDigest {
  readonly event: string;
  readonly organisation: string;
  readonly year: number;
  readonly scores: {
    readonly results: ReturnType<typeof scoresOf>;
    readonly process: ReturnType<typeof scoresOf>;
    readonly survey: Pick<CampaignView, 'title' | 'month' | 'score'> | null;
  };
  readonly citations: readonly { readonly partnership: string; readonly of: string; readonly words: string }[];
  readonly changes: readonly { readonly partnership: string; readonly on: string; readonly says: Localized }[];
}

export function eventDigest(figures: YearFigures, surveys: readonly CampaignView[], event: string): EventDigest {
  const { scope, reviews, citations, changes } = figures;
  const survey = surveys.findLast(({ score, month, baseline }) => !baseline && score !== null && Number(month?.slice(0, 4)) <= scope.year);
  return {
    event,
    ...scope,
    scores: {
      results: scoresOf(reviews, 'results'),
      process: scoresOf(reviews, 'process'),
      survey: survey === undefined ? null : { title: survey.title, month: survey.month, score: survey.score },
    },
    citations: citations.flatMap(({ partnership, of, words }) => (words === null ? [] : [{ partnership, of, words }])),
    changes: changes.map(({ partnership, doc }) => ({ partnership, on: doc.on, says: events[doc.change].says })),
  };
}
