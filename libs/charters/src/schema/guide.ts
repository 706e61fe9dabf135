import { phases } from '@palabre/contracts';
import { z } from 'zod';
import { bothLanguages, code, sources } from './sources.js';

const tool = z.strictObject({ command: z.string().startsWith('palabre '), does: bothLanguages });

const answeredQuestion = z.strictObject({
  code,
  question: bothLanguages,
  answer: bothLanguages,
  /** The matching screens. */
  tools: z.array(tool).min(1),
  source: sources,
});

/** The three panels of a step: what it is, practical advice, and the tools at hand (PMP-02). */
const guidedPhase = z.strictObject({
  explanation: bothLanguages,
  advice: z.array(bothLanguages).min(1),
  tools: z.array(z.string().startsWith('palabre ')).min(1),
  source: sources,
});

/** The built-in guide: the two questions of who comes in, and a page for every phase. */
export const guideContent = z.strictObject({
  questions: z.array(answeredQuestion).min(2),
  phases: z.record(z.enum(phases), guidedPhase),
});

export type Guide = z.infer<typeof guideContent>;
