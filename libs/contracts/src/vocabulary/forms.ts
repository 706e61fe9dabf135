import { z } from 'zod';
import { freeText } from '../fields.js';

/** Forms of the charter. `due-diligence` and `annual-review` are two-sided and revealed together (MDM-14). */
export const formKinds = ['due-diligence', 'annual-review', 'stage-reflection', 'self-assessment', 'closing'] as const;

export type FormKind = (typeof formKinds)[number];

const scale = z.int().min(1).max(5);

/** An answer has the shape of its question's kind: scale, scale pair, yes or no with a comment, choice, text. */
export const answer = z.union([
  scale,
  z.tuple([scale, scale]),
  z.strictObject({ yes: z.boolean(), comment: freeText.optional() }),
  freeText,
]);

/** Answers by question id. */
export const answersOf = z.record(z.string().min(1).max(60), answer);

export type FormAnswers = z.infer<typeof answersOf>;

/** clear: nothing to report. concern: an orange line to raise. breach: a red line to examine. low-capacity: MDM-71. */
export const findingResults = ['clear', 'concern', 'breach', 'low-capacity'] as const;
