import { z } from 'zod';
import { localized } from './localized.js';

/** Kinds of survey questions. A text is shown only where the whole campaign has answers enough. */
export const surveyQuestionKinds = ['scale', 'yes-no', 'choice', 'text'] as const;

/** Longest answer in words, in characters: answers wait inside the campaign until it closes. */
export const longestSurveyText = 400;

/** Most invitations of one campaign, for the same reason. */
export const mostInvitations = 600;

const key = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/, { error: 'letters, digits and -, at most 40' })
  .refine(name => !(name in Object.prototype), { error: 'a name of your own, not one that every object has' });

export const surveyQuestion = z.strictObject({
  id: key,
  kind: z.enum(surveyQuestionKinds),
  asks: localized,
  /** Of a choice: what may be chosen. */
  choices: z.array(key).min(2).max(12).optional(),
  /** A strength that partners want us to keep: shown apart, and its fall is told (ALE-07). */
  keepDoing: z.boolean().optional(),
});

export type SurveyQuestion = z.infer<typeof surveyQuestion>;

/** What respondents may say of themselves, for results by group: country, kind of partnership … */
export const surveyDimension = z.strictObject({ name: key, values: z.array(key).min(2).max(40) });

export type SurveyDimension = z.infer<typeof surveyDimension>;

/** A campaign keeps its own scale; scores of two campaigns with different scales are never averaged (C-27). */
export const surveyScale = z
  .strictObject({ lowest: z.int().min(0).max(10), highest: z.int().min(1).max(100) })
  .refine(scale => scale.lowest < scale.highest, { error: 'the highest score is above the lowest' });

/** What one respondent answers: a score, yes or no, a choice, a text. */
export const surveyAnswers = z.record(key, z.union([z.int().min(0).max(100), z.boolean(), z.string().min(1).max(longestSurveyText)]));

export type SurveyAnswers = z.infer<typeof surveyAnswers>;

/** What one respondent says of itself, by dimension. */
export const surveyTraits = z.record(key, key);

export type SurveyTraits = z.infer<typeof surveyTraits>;

/** Results of one group: never of fewer than the minimum, nor of groups from which fewer can be computed. */
export const surveyCell = z.strictObject({
  /** Empty for all who answered. */
  group: surveyTraits,
  responses: z.int().min(1),
  /** How often each answer was given. */
  spread: z.record(z.string(), z.int().min(1)),
  /** Hundredths of the campaign's own scale; null for what has no mean. Never shown without its spread (MDM-07). */
  meanHundredths: z.int().nullable(),
});

export type SurveyCell = z.infer<typeof surveyCell>;
