import { z } from 'zod';

/** Body of a why-not question: a command, and its data when they matter. */
export const whyNotBody = z.strictObject({ type: z.string(), data: z.unknown().optional() });
