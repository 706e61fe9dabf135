import { z } from 'zod';
import { day, partyId } from '../fields.js';

/** One declared kind of dated note: what it says of itself, and its fields beside the party that notes and the day. */
export const noted = <S extends z.ZodRawShape>(requirements: readonly string[], fr: string, en: string, shape: S) => ({
  requirements,
  fr,
  en,
  fields: z.strictObject({ party: partyId, on: day, ...shape }),
});
