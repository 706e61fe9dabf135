import { z } from 'zod';
import { currency, day, freeText, label, language, partyId } from '../fields.js';
import { calendarSpan } from '../policy.js';
import { decisionRules } from '../policy-settings.js';

/* Forms that the bodies of texts take, where a text needs more than a few fields. */

/** Number of a line, an objective, a measure: what other texts and answers point at. */
export const lineId = z.string().regex(/^[A-Za-z0-9.-]{1,20}$/);

const written = z
  .array(z.strictObject({ heading: label, text: freeText }))
  .min(1)
  .max(60);

export const sections = z.strictObject({ sections: written });

/** Who informs whom, by which means, in which languages, and within which time an answer may be expected (PMP-31). */
export const communicationRules = z.strictObject({
  sections: written,
  sheet: z
    .strictObject({
      channels: z.array(label).min(1).max(12),
      languages: z.array(language).min(1).max(12),
      answerWithin: calendarSpan,
      informs: z
        .array(z.strictObject({ about: label, from: partyId, to: z.array(partyId).min(1) }))
        .min(1)
        .max(60),
    })
    .optional(),
});

/** How the parties work together. Once it is agreed, voices are counted by the rule that it names (PMP-28). */
export const operatingModes = z.strictObject({
  sections: written,
  /** The form that cooperation takes. */
  cooperation: freeText.optional(),
  decisions: z.strictObject({ rule: z.enum(decisionRules), how: freeText }).optional(),
});

/** Intermediate objectives: each with who answers for it and by which day; its owner then promises it (PMP-35). */
export const milestones = z.strictObject({
  sections: written,
  milestones: z
    .array(z.strictObject({ milestone: lineId, what: label, owedBy: partyId, dueOn: day }))
    .min(1)
    .max(40)
    .optional(),
});

/** Resources to which organisations have more or less access (AGI-12). */
export const resourceKinds = ['financial', 'technical', 'human'] as const;

/** What may pass from one party to another by a measure: rights of decision, or means (AGI-13). */
export const movedThings = ['budget-authority', 'decision', 'representation', 'skills', 'equipment', 'other'] as const;

/** What a partner may draw on: experience, networks and expertise (ALE-57). */
export const strengthKinds = ['experience', 'networks', 'advocacy', 'peacebuilding', 'fundraising', 'programme-management'] as const;

/** The six blocks of the planning form (ALE-68). */
export const planBlocks = ['expectations', 'aspirations', 'needs', 'donorRequirements', 'dueDiligence', 'capacities'] as const;

/** The plan of a partnership: six blocks, measures against the imbalance, strengths that are offered. */
export const partnershipPlan = z.strictObject({
  sections: written,
  blocks: z.partialRecord(z.enum(planBlocks), freeText).optional(),
  /**
   * What one party hands to another, so that power moves; `answers`: the gap in resources that it closes; `owner`: the party that
   * carries the measure through, by `dueOn`; `moves`: what passes over once it is done (AGI-13).
   */
  rebalancing: z
    .array(
      z.strictObject({
        measure: lineId,
        from: partyId,
        to: partyId,
        text: freeText,
        answers: z.enum(resourceKinds).optional(),
        owner: partyId.optional(),
        dueOn: day.optional(),
        moves: z.enum(movedThings).optional(),
      }),
    )
    .max(40)
    .optional(),
  strengths: z
    .array(z.strictObject({ strength: lineId, kind: z.enum(strengthKinds), offeredBy: partyId, text: freeText }))
    .max(40)
    .optional(),
});

const scopeItems = z.array(z.strictObject({ item: lineId, text: freeText })).max(60);

/** What the partnership does, and what it leaves to others (PMP-42). */
export const scope = z.strictObject({ in: scopeItems.min(1), out: scopeItems });

/** How the objectives are to be reached, choice by choice, each with the party it came from (AGI-08). */
export const strategy = z.strictObject({
  choices: z
    .array(z.strictObject({ choice: lineId, text: freeText, local: z.boolean(), proposedBy: partyId }))
    .min(1)
    .max(60),
});

/** Who decides today and who should, for each area of decision and each budget line (AGI-11). */
export const powerMap = z.strictObject({
  entries: z
    .array(
      z.strictObject({
        subject: label,
        about: z.enum(['decision', 'budget-line']),
        decidesToday: z.array(partyId).min(1),
        shouldDecide: z.array(partyId).min(1),
      }),
    )
    .min(1)
    .max(120),
});

const count = z.int().min(0);

/** What the events of the partnership tell about its activities and its money, counted when the report is submitted. */
const toldByEvents = z.strictObject({
  activities: z.strictObject({ meetings: count, statusPoints: count, kept: count, late: count, breached: count, excused: count }),
  /** What the last status point that told them said of execution, in per cent (HFA-26). */
  rates: z.strictObject({ on: day, activities: count, finances: count.optional() }).optional(),
  finances: z.array(z.strictObject({ currency, transferred: count, justified: count })),
});

/** Four blocks (HFA-33). `told` stands before the first two: the figures of the events, written by nobody. */
export const finalReport = z.strictObject({
  activities: freeText,
  finances: freeText,
  difficulties: freeText,
  lessons: freeText,
  told: toldByEvents.optional(),
});
