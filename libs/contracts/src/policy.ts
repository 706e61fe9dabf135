import { z } from 'zod';
import { gateIds, gateStrengths } from './vocabulary/gates.js';
import { localized } from './vocabulary/localized.js';
import { roles, sides } from './vocabulary/roles.js';
import { decisionRules, policyColumns, policySwitches } from './policy-settings.js';

/** Longest span that a charter or an agreement may set: ten years, in days. */
const longest = 3_660;

/** A length of time by the calendar. Exactly one unit. Working days are Monday to Friday. At most ten years. */
export const calendarSpan = z.union([
  z.strictObject({ days: z.int().min(0).max(longest) }),
  z.strictObject({ workingDays: z.int().min(0).max(longest) }),
  z.strictObject({ months: z.int().min(0).max(120) }),
]);

export type CalendarSpan = z.infer<typeof calendarSpan>;

/** Keys of every delay that a charter may set; the engine's defaults stand behind each (charters, "Engine defaults"). */
export const timerKeys = [
  'meeting_every',
  'status_point_every',
  'joint_reflection_every',
  'reflection_overdue_after',
  'due_diligence_complete_in',
  'due_diligence_refresh_every',
  'content_shared_before_signature',
  'cd_answer_in',
  'signature_reminder_every',
  'officer_named_in',
  'set_up_in',
  'justification_due_in',
  'transfer_received_in',
  'final_report_due_in',
  'assembly_within',
  'continue_rest_or_close_in',
  'idea_draft_reminder_after',
  'contact_answer_in',
  'context_change_answer_in',
  'red_line_decision_in',
  'orange_line_plan_in',
  'orange_line_review_in',
  'survey_every',
  'post_transfer_first_check',
  'post_transfer_second_check',
  'objection_within',
  'withdrawal_notice',
  'rest_contact_every',
  'membership_renewal_every',
  'challenge_answer_in',
  'catch_up_after_bid',
] as const;

export type TimerKey = (typeof timerKeys)[number];

/** What follows when a line is confirmed (S-01: data of the charter, never code). */
export const lineConsequences = [
  'block-signature',
  'keep-suspended',
  'end-process',
  'freeze-transfers',
  'mitigation-plan',
  'working-arrangement',
] as const;

export type LineConsequence = (typeof lineConsequences)[number];

/** What a case on a line may look into, besides what it was raised for (C-19). */
export const examinable = ['diversion'] as const;

export const linePolicy = z.strictObject({
  code: z.string().regex(/^[a-z][a-z_]*$/),
  colour: z.enum(['red', 'orange']),
  name: localized,
  /** Red lines suspend at once when alleged, if the charter says so [D]. */
  suspendsWhenAlleged: z.boolean(),
  whenConfirmed: z.enum(lineConsequences),
  /** Protected cases are readable by their handlers alone (MDM-65, MDM-68). */
  protected: z.boolean(),
  /** Breaches about which such a case is; absent where it is about none of them. */
  examines: z.array(z.enum(examinable)).min(1).optional(),
});

export type LinePolicy = z.infer<typeof linePolicy>;

/**
 * What the score of a question is about. Results and process are told apart (ALE-52), and the relation between the
 * organisations apart from the results of the project (AGI-10); results, peers and strengthening make a solid partnership (ALE-29).
 */
export const questionMeasures = ['results', 'process', 'peers', 'strengthening', 'network'] as const;

export type QuestionMeasure = (typeof questionMeasures)[number];

/** Who answers a question: both sides, each party for itself, the partner only, the host only. */
export const answerers = ['both', 'each', 'partner', 'host'] as const;

/**
 * Occasions on which a question is put. implemented: the lowest level of local leadership (ALE-32). nothing-seen-of-partner: no
 * contribution of a partner was noted since the last reflection (ALE-38). community-absent: one of the three phases went by
 * without the community (AGI-33). decided-by-one-side: one side proposed most of the decisions of the window (MDM-23).
 * south-south-empty: the budget says why it holds nothing for South-South exchanges (AGI-38). full-review, stake-review,
 * shared-review: the yearly review of the type is such a one (matrix, M5).
 */
export const questionOccasions = [
  'implemented',
  'nothing-seen-of-partner',
  'community-absent',
  'decided-by-one-side',
  'south-south-empty',
  'full-review',
  'stake-review',
  'shared-review',
] as const;

export type QuestionOccasion = (typeof questionOccasions)[number];

export const questionPolicy = z.strictObject({
  id: z.string().min(1),
  answerer: z.enum(answerers),
  /** scale: integer 1 to 5. scale-pair: two of them. yes-no: boolean and comment. choice: one of `choices`. text: free. */
  kind: z.enum(['scale', 'scale-pair', 'yes-no', 'choice', 'text']),
  choices: z.array(z.string()).optional(),
  /** The side that confirms or contests what the other has answered (ALE-14). */
  confirmedBy: z.enum(sides).optional(),
  /** Put only when this holds; absent: always. */
  askedWhen: z.enum(questionOccasions).optional(),
  /** A yes says what shows it (ALE-27). */
  evidence: z.boolean().optional(),
  /** May be told outside once every party has cleared it (AGI-09). */
  quotable: z.boolean().optional(),
  /** Of a stage that lasts: put again at the rhythm of the charter, while the other questions of the stage are not (AGI-06). */
  again: z.boolean().optional(),
  measures: z.enum(questionMeasures).optional(),
});

export type QuestionPolicy = z.infer<typeof questionPolicy>;

/**
 * The row of policy that one partnership lives under: a charter resolved for one type. It is fixed at signature and
 * travels with the workflow, so that a ten-year file never depends on a file that somebody edited.
 * Sources of the values are kept by libs/charters; rules need the values alone.
 */
export const partnershipPolicy = z.strictObject({
  charter: z.string().min(1),
  /** SHA-256 of the charter file's canonical form, lower-case hex: the charter's identity. */
  charterHash: z.string().regex(/^[0-9a-f]{64}$/),
  type: z.string().min(2),
  typeName: localized,
  gates: z.record(z.enum(gateIds), z.enum(gateStrengths)),
  timers: z.record(z.enum(timerKeys), calendarSpan),
  lines: z.array(linePolicy),
  /** Value codes the charter brings; the partner lists its own beside them (MDM-20). */
  values: z.array(z.string()),
  forms: z.strictObject({
    dueDiligence: z.array(questionPolicy),
    annualReview: z.array(questionPolicy),
    stageReflection: z.array(questionPolicy),
    selfAssessment: z.array(questionPolicy),
    closing: z.array(questionPolicy),
  }),
  authorities: z.strictObject({
    signature: z.enum(roles),
    lineDecision: z.enum(roles),
    strategicValidation: z.enum(roles).nullable(),
  }),
  columns: policyColumns,
  /** How the parties decide together when they agreed nothing else (S-10, PMP-28). */
  decisionRule: z.enum(decisionRules),
  /** Questions that a partner may be asked in a year before a warning is shown (C-28, ALE-41). */
  questionQuota: z.int().min(0),
  /** Figures that the charter sets beside its timers, by key; a policy written before they travelled has none. */
  figures: z.record(z.string().regex(/^[a-z][a-z_]*$/), z.int().min(0)).optional(),
  switches: policySwitches,
});

export type PartnershipPolicy = z.infer<typeof partnershipPolicy>;
