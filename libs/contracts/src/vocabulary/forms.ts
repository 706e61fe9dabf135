import { z } from 'zod';
import { freeText, partyId } from '../fields.js';
import { phases } from './phases.js';

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

/**
 * At least 128 bits at random, chosen by who answers: a hash without it could be guessed, since a form has few possible
 * answers. Revealed with the answers, so that everybody can check the hash.
 */
export const salt = z.string().regex(/^[0-9a-f]{32,128}$/, { error: '32 to 128 hexadecimal digits in lower case, at random' });

/** Forms to which a partnership may add questions of its own (ALE-69). */
export const teamForms = ['annual-review', 'stage-reflection', 'self-assessment', 'closing'] as const;

/** A question of the parties' own, beside the common ones. */
export const addedQuestion = z.strictObject({
  id: z.string().regex(/^own_[a-z0-9_]{1,36}$/, { error: 'own_ and then lower-case letters, digits and _' }),
  answerer: z.enum(['both', 'partner', 'host']),
  kind: z.enum(['scale', 'yes-no', 'text']),
  text: freeText,
});

export type AddedQuestion = z.infer<typeof addedQuestion>;

/** One answer of an annual review that was revealed: which round, which question, whose. */
export const revealedAnswer = { round: z.int().min(1), question: z.string().min(1).max(60), of: partyId };

/** One answer to the questions of a stage: in which stage, where it was given, which question, whose. */
export const stageAnswer = {
  phase: z.enum(phases),
  place: z.enum(['headquarters', 'field']),
  question: z.string().min(1).max(60),
  of: partyId,
};

/** How clear a request was, from 1 to 5, said by who had to answer it (ALE-13). */
export const clarity = scale;

/** clear: nothing to report. concern: an orange line to raise. breach: a red line to examine. low-capacity: MDM-71. */
export const findingResults = ['clear', 'concern', 'breach', 'low-capacity'] as const;
