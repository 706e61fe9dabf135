import type { CalendarSpan, StreamSettings } from '@palabre/contracts';
import { engineDefaults } from '../builtin.js';
import type { Charter } from '../load/load.js';
import type { FigureKey } from '../schema/figures.js';

/**
 * What organisations, charters and campaigns live by: the figures and timers of a charter where it sets them, and
 * otherwise those that the engine proposes.
 */
export function resolveStreamSettings(charter: Charter | null): StreamSettings {
  const { figures, timers } = engineDefaults();
  const figure = (key: FigureKey): number => charter?.content.overrides[key]?.value ?? figures[key].value;
  const months = (key: FigureKey): CalendarSpan => ({ months: figure(key) });
  const timer = (key: 'due_diligence_refresh_every' | 'survey_every'): CalendarSpan =>
    charter?.content.timers[key]?.value ?? timers[key].value;
  return {
    adoptionWithoutObjection: { days: figure('adoption_without_objection_days') },
    consultationAnswers: { days: figure('consultation_answer_days') },
    surveyMinimumShown: figure('survey_min_answers_shown'),
    answersKeptFor: timer('due_diligence_refresh_every'),
    publicAccountEvery: months('public_report_every_months'),
    teamReviewEvery: months('team_review_every_months'),
    surveyEvery: timer('survey_every'),
    trainingEvery: months('specific_training_every_months'),
    procedureReviewEvery: months('procedure_review_every_months'),
    strengthFallHundredths: figure('strength_fall_hundredths'),
  };
}
