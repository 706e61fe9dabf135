import { z } from 'zod';
import { day, freeText, label, money, opaqueId, partyId } from '../fields.js';
import {
  communicationRules,
  finalReport,
  lineId,
  milestones,
  operatingModes,
  partnershipPlan,
  powerMap,
  scope,
  sections,
  strategy,
} from './text-bodies.js';
import { accompanimentKinds } from './relation-notes.js';
import { clauseTopics } from './agreement-clauses.js';
import { advocacy, definedBy, politicalPurpose, vision } from './alliance-texts.js';

const transferMilestone = z.strictObject({
  milestone: lineId,
  text: freeText,
  dueOn: day,
  /** The party that reaches it: who hands over, or who takes over; the latter when left out (MDM-47). */
  owedBy: partyId.optional(),
});

/** What a budget line is for, where a charter asks for such a line (AGI-27, AGI-34, AGI-38). */
export const budgetPurposes = ['timeTogether', 'communityParticipation', 'southSouth'] as const;

/** Purposes for which, once required, each party has a line of its own (AGI-27). */
export const purposesOfEach: readonly (typeof budgetPurposes)[number][] = ['timeTogether'];

/** One written thing both sides work on, and the form its body takes. Rows: adding a kind touches this table alone. */
export const textBodies = {
  values: sections,
  vision,
  objectives: z.strictObject({
    objectives: z
      .array(
        z.strictObject({
          id: lineId,
          text: freeText,
          aboutRights: z.boolean(),
          definedBy: definedBy.optional(),
          /** Of the project when left out; of the partnership, it is told beside and never merged (AGI-07, C-25). */
          resultOf: z.enum(['project', 'partnership']).optional(),
          indicators: z.array(label).max(20).optional(),
        }),
      )
      .min(1)
      .max(40),
  }),
  roles: z.strictObject({
    responsibilities: z.array(z.strictObject({ party: partyId, text: freeText })).min(1),
    decisions: z.array(z.strictObject({ subject: label, decidedBy: z.array(partyId).min(1) })).min(1),
    /** Technical skills of each side, complementary or shared (MDM-43). */
    skills: z.array(z.strictObject({ party: partyId, skill: label, kind: z.enum(['complementary', 'shared']) })),
    /** The result that each party answers for (HFA-08). */
    results: z.array(z.strictObject({ party: partyId, result: freeText })).optional(),
  }),
  budget: z.strictObject({
    lines: z
      .array(
        z.strictObject({
          line: lineId,
          label,
          cost: money,
          spentBy: partyId,
          overhead: z.boolean(),
          purpose: z.enum(budgetPurposes).optional(),
        }),
      )
      .min(1)
      .max(200),
    total: money,
    /** Overheads that a party needs, beside what its lines grant; a gap is explained where that party reads it (ALE-11). */
    overheads: z
      .array(z.strictObject({ party: partyId, needed: money, explanation: freeText.nullable() }))
      .max(20)
      .optional(),
    /** Why there is no line for a purpose that the charter asks to be covered or explained; with `party`, none for that party alone. */
    withoutLine: z
      .array(z.strictObject({ purpose: z.enum(budgetPurposes), reason: freeText, party: partyId.optional() }))
      .max(60)
      .optional(),
    /** Who pays how much of the whole, in percent, and for how many months it is secured (PMP-18). */
    funding: z
      .strictObject({
        sources: z
          .array(z.strictObject({ funder: opaqueId, percent: z.int().min(1).max(100) }))
          .min(1)
          .max(40),
        coverMonths: z.int().min(0).max(240),
      })
      .optional(),
  }),
  'capacity-plan': z.strictObject({
    lines: z
      .array(
        z.strictObject({
          line: lineId,
          from: partyId,
          to: partyId,
          need: freeText,
          method: freeText,
          objective: lineId,
          /** From the list that the count of the year uses (ALE-37). */
          accompaniment: z.enum(accompanimentKinds).optional(),
          /** Written by the party that is strengthened, never for it (MDM-19). */
          why: freeText.nullable(),
          /** organisational: belongs to the partnership and outlives the project (ALE-17). project when left out. */
          track: z.enum(['project', 'organisational']).optional(),
        }),
      )
      .min(1)
      .max(60),
  }),
  /** Four blocks of MDM-40. */
  evaluation: z.strictObject({
    responsibilities: freeText,
    management: freeText,
    'project-evaluation': freeText,
    'partnership-evaluation': freeText,
    /** Who else evaluates, where the parties want somebody who is none of them; nobody asks for it (S-17). */
    byThird: z.strictObject({ organisation: opaqueId, looksAt: z.enum(['project', 'partnership', 'both']) }).optional(),
  }),
  agreement: z.strictObject({
    clauses: z
      .array(
        z.strictObject({
          number: z.string().regex(/^\d+(\.\d+)*$/),
          title: label,
          text: freeText,
          /** What of the clause template of the type this clause settles (S-13). */
          covers: z.array(z.enum(clauseTopics)).max(clauseTopics.length).optional(),
        }),
      )
      .min(1)
      .max(200),
  }),
  'operating-modes': operatingModes,
  'communication-rules': communicationRules,
  'code-of-conduct': sections,
  advocacy,
  'political-purpose': politicalPurpose,
  /** How members use the brand that they share (MDM-59). */
  'brand-rules': sections,
  milestones,
  plan: partnershipPlan,
  scope,
  strategy,
  'power-map': powerMap,
  /** Transfer as a project of its own: continuity, its budget, money afterwards, and milestones on both tracks (MDM-44, MDM-47). */
  'transfer-plan': z.strictObject({
    continuity: freeText,
    fundingAfterwards: freeText,
    /** What the transfer itself costs; its lines, where they are told, sum to the total. */
    budget: z
      .strictObject({
        total: money,
        lines: z
          .array(z.strictObject({ line: lineId, label, cost: money }))
          .max(60)
          .optional(),
      })
      .optional(),
    capacity: z.array(transferMilestone).min(1).max(40),
    structure: z.array(transferMilestone).min(1).max(40),
  }),
  /** What passes from hand to hand: assets, liabilities, obligations that stay (S-04). */
  'handover-deed': sections,
  'final-report': finalReport,
};

export type TextKind = keyof typeof textBodies;

export const textKinds = Object.keys(textBodies) as [TextKind, ...TextKind[]];

/** Any of the bodies above. */
export const textBody = z.union([...new Set(Object.values(textBodies))] as [
  typeof sections,
  ...(typeof sections)[],
]) as unknown as z.ZodType<TextBody>;

export type TextBodies = { [K in TextKind]: z.infer<(typeof textBodies)[K]> };

export type TextBody = TextBodies[TextKind];
