import { z } from 'zod';
import { calendarStart } from './fields.js';
import { calendarSpan } from './policy.js';

/** What organisations, charters and campaigns take from the engine's configuration when they begin; all of it is [D]. */
export const streamSettings = z.strictObject({
  /** A proposal of the quality group that nobody objects to for this long is adopted (MDM-75). */
  adoptionWithoutObjection: calendarSpan,
  /** How long a consulted body has for its answer (MDM-76). */
  consultationAnswers: calendarSpan,
  /** Results of fewer respondents are withheld (MDM-12). */
  surveyMinimumShown: z.int().min(2),
  /** How long kept answers may be used again (PMP-20, ALE-54). */
  answersKeptFor: calendarSpan,
  /** Time between two public accounts (ALE-21). */
  publicAccountEvery: calendarSpan,
  /** Time between two reviews of one team (ALE-67); a stream begun before it was set takes that of the public account. */
  teamReviewEvery: calendarSpan.optional(),
  /** Time between two surveys of the partners (S-11); a stream begun before it was set names no next one. */
  surveyEvery: calendarSpan.optional(),
  /** Time between two courses on partnership (MDM-80); a stream begun before it was set waits for none. */
  trainingEvery: calendarSpan.optional(),
  /** Time between two reviews of due diligence, contracting and transfers (ALE-55); a stream begun before it was set has none. */
  procedureReviewEvery: calendarSpan.optional(),
  /** Hundredths of a point by which a strength falls before it is told (ALE-07). */
  strengthFallHundredths: z.int().min(1).optional(),
});

export type StreamSettings = z.infer<typeof streamSettings>;

/** Fields of every event that begins one of these streams: its calendar and what it lives by. */
export const beginning = { calendar: z.enum(['real', 'rehearsal']), settings: streamSettings };

/** Fields of every command that begins one. */
export const beginningRequest = {
  calendar: z.enum(['real', 'rehearsal']),
  calendarStartsAt: calendarStart,
};
