import { z } from 'zod';
import { freeText, opaqueId } from '../fields.js';

/** Procedures whose burden is looked at once a year (ALE-55). */
export const procedures = ['due-diligence', 'contracting', 'fund-transfer'] as const;

export type Procedure = (typeof procedures)[number];

const question = z.string().min(1).max(60);

/** What an improvement answers: an item of a joint reflection, or of a survey (ALE-40). */
export const citedItem = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('reflection'), partnership: opaqueId, round: z.int().min(1), question }),
  z.strictObject({ from: z.literal('survey'), campaign: opaqueId, question }),
]);

export type CitedItem = z.infer<typeof citedItem>;

/** What was decided to make a procedure lighter; none is an answer too, and then the note says why. */
export const processReview = {
  year: z.int().min(2000).max(2200),
  simplifications: z.array(z.strictObject({ procedure: z.enum(procedures), decision: freeText })).max(30),
  note: freeText,
};

/** Whether those who carry the work had what it takes; what lacked, when they had not. */
export const staffMeans = { team: opaqueId, hadMeans: z.boolean(), lacking: freeText.nullable() };

/** Questions that a team puts to itself beside the common ones, and its answers (ALE-69). */
export const ownAnswers = z.array(z.strictObject({ question: freeText, answer: freeText })).max(20);
