import { z } from 'zod';

/** A sentence for people in the two languages of the product. */
export const localized = z.object({ fr: z.string().min(1), en: z.string().min(1) });

export type Localized = z.infer<typeof localized>;
