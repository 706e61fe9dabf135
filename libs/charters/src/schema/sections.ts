import { leadershipLevels, phases } from '@palabre/contracts';
import { z } from 'zod';
import { bothLanguages, code, sources } from './sources.js';

/** Words that forms and screens offer, and fields of analysis: natures, sectors, risks, barriers, kinds of contribution. */
const listItem = z.strictObject({ code, name: bothLanguages, text: bothLanguages.optional(), source: sources.optional() });

const list = z.strictObject({ code, name: bothLanguages, items: z.array(listItem).min(1), source: sources });

/** What is watched and told, and never a line: nothing is suspended by it. */
const warning = z.strictObject({ code, name: bothLanguages, text: bothLanguages, source: sources });

/** A quality that reviews are read by; questions name it. `parts` are scored apart and never merged (C-16, C-25). */
const quality = z.strictObject({
  code,
  name: bothLanguages,
  text: bothLanguages,
  parts: z.array(z.strictObject({ code, name: bothLanguages, source: sources })).optional(),
  source: sources,
});

/** Who designs the approach and who carries it out, level by level, and what may lead to a level (ALE-30 to ALE-35). */
const leadership = z.strictObject({
  levels: z
    .array(
      z.strictObject({
        code: z.enum(leadershipLevels),
        name: bothLanguages,
        designs: bothLanguages,
        carries_out: bothLanguages,
        source: sources,
      }),
    )
    .min(1),
  reasons: z.array(z.strictObject({ code, name: bothLanguages, source: sources })),
  source: sources,
});

/**
 * A step of the document: what happens in it, and the phases of a partnership in which it is lived. Principles name it as
 * their `group`, tools as their `step` (PMP-02).
 */
const step = z.strictObject({
  code,
  name: bothLanguages,
  explanation: bothLanguages,
  phases: z.array(z.enum(phases)).min(1),
  source: sources,
});

/** An entry of the document's numbered tools: the number and the theme, the link is left to be filled (S-21). */
const tool = z.strictObject({ number: z.int().min(1), name: bothLanguages, step: code, source: sources });

/** What an organisation gives its own people so that change can happen, and the processes that it adapts (ALE-61). */
const staffSupport = z.strictObject({
  resources: z.array(listItem).min(1),
  processes: z.array(listItem).min(1),
  source: sources,
});

/** Sections that some documents have and others do not. None is compulsory, and each may stand in any charter. */
export const sections = {
  steps: z.array(step).min(1).optional(),
  tools: z.array(tool).min(1).optional(),
  qualities: z.array(quality).min(1).optional(),
  leadership: leadership.optional(),
  lists: z.array(list).min(1).optional(),
  warnings: z.array(warning).min(1).optional(),
  staff_support: staffSupport.optional(),
} as const;
