import { z } from 'zod';
import { freeText, label, partyId } from '../fields.js';
import { lineId, sections } from './text-bodies.js';

/* Texts that a type brings beside those of co-construction. */

/** What the parties see together, with the objectives that it sets (PMP-13). */
export const vision = z.strictObject({
  sections: sections.shape.sections,
  objectives: z
    .array(z.strictObject({ id: lineId, text: freeText }))
    .max(40)
    .optional(),
});

/** Who said that this change is to come: parties, and people of the society concerned (ALE-22). */
export const definedBy = z.strictObject({ parties: z.array(partyId).max(60), people: label.nullable() });

/** What is said together, to whom, and who agrees before it is said outside (MDM-55). */
export const advocacy = z.strictObject({
  messages: z.array(freeText).min(1).max(20),
  targets: z.array(label).min(1).max(20),
  statements: z.enum(['joint-validation', 'each-informs']),
});

/** Positions that the parties defend together, and the parties that read them (MDM-50). */
export const politicalPurpose = z.strictObject({
  positions: z.array(freeText).min(1).max(20),
  readers: z.array(partyId).min(2).max(60),
});
