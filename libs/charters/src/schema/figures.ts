import { z } from 'zod';

/** Figures beside the timers that the engine proposes and a charter may replace. */
export const figureKeys = [
  'survey_min_answers_shown',
  'balance_topic_above_percent',
  'balance_topic_min_decisions',
  'balance_window_months',
  'handover_window_months',
  'strategic_horizon_min_months',
  'specific_training_every_months',
  'adoption_without_objection_days',
  'consultation_answer_days',
  'question_quota',
  'collaboration_item_every_meetings',
  'roles_agreed_within_days',
  'relation_pulse_every_months',
  'crisis_meetings_window_months',
  'partner_message_answer_working_days',
  'file_carried_by_fewer_than',
  'breach_of_justification_after_days',
  'solid_partnership_min_score',
  'team_review_every_months',
  'procedure_review_every_months',
  'strength_fall_hundredths',
  'resource_gap_points',
  'public_report_every_months',
  'request_notice_working_days',
  'trust_drop_points',
  'renewal_heard_after_closing_days',
] as const;

export type FigureKey = (typeof figureKeys)[number];

export const figure = z.int().min(0);
