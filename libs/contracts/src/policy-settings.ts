import { z } from 'zod';
import { clauseTopics } from './vocabulary/agreement-clauses.js';
import { asksByPhase, textAskIds } from './vocabulary/asks.js';
import { ownTextKinds } from './vocabulary/own-texts.js';

/** Who designs and who carries out, from the most local to the least (ALE-30, ALE-31, ALE-32). */
export const leadershipLevels = ['LED', 'MANAGED', 'IMPLEMENTED'] as const;

export type LeadershipLevel = (typeof leadershipLevels)[number];

/** all: every party. majority: more than half of them. no-objection: nobody objects within the delay. */
export const decisionRules = ['all', 'majority', 'no-objection'] as const;

export type DecisionRule = (typeof decisionRules)[number];

/** Columns of the type's row in the policy matrix that rules ask. */
export const policyColumns = z.strictObject({
  projectRequired: z.boolean(),
  coConstruction: z.enum(['required', 'optional', 'none']),
  commonValues: z.boolean(),
  capacityPlan: z.enum(['none', 'one-way-or-mutual', 'mutual', 'towards-recipient']),
  skillsTable: z.boolean(),
  evaluationBlocks: z.array(z.string()),
  financialFlows: z.enum(['none', 'optional', 'required', 'fee-optional']),
  budgetCoValidation: z.enum(['none', 'if-money']),
  translationGate: z.boolean(),
  followUpCommittee: z.boolean(),
  assembly: z.boolean(),
  transferPossible: z.boolean(),
  endsWithProject: z.boolean(),
  /** How many sides the type is made for; the engine itself counts n parties everywhere (C-15). */
  parties: z.enum(['two', 'many']),
  /** Who decides on a further party (matrix, M6). */
  admission: z.enum(['no', 'joint-decision', 'agreed-rule', 'own-rules', 'shared-governance']),
  /** full: the whole form. short: its short form. stake: is the stake still served. shared: by the network's own review. */
  annualReview: z.enum(['full', 'short', 'stake', 'shared']),
  renewal: z.enum(['none', 'yearly']),
  /** May rest without closing (MDM-53). */
  dormancy: z.boolean(),
  /** Deliverables are accepted one by one (MDM-36). */
  deliverables: z.boolean(),
  /** Levels to choose from; empty: no level, the position leading, beside or behind is recorded instead (MDM-82). */
  leadershipLevels: z.array(z.enum(leadershipLevels)),
  /** The mandate of our delegate stands in the place of co-construction (MDM-57). */
  networkMandate: z.boolean(),
  /** Months from the recorded idea to the warning and to the asked decision (PMP-60). */
  firstPhaseMonths: z.strictObject({ warn: z.int().min(1).max(120), decide: z.int().min(1).max(120) }).nullable(),
});

const offer = z.enum(['required', 'offered']);
const strength = z.enum(['block', 'warn', 'off']);
const budgetLine = z.enum(['required', 'required-or-explained', 'offered']);

/** Habits that a charter asks for, or only offers. Each is one word of one document; none stops the life of a file. */
export const practices = z.strictObject({
  /** Purpose, origin, deadline and language of what is asked of a partner (ALE-13). */
  requestDetails: offer,
  /** What goes well, challenges, possible solutions: in each meeting (AGI-15). */
  meetingBlocks: offer,
  /** A line of the capacity plan names its kind of accompaniment (ALE-37). */
  accompanimentKinds: offer,
  /** Gender, diversity, equity and inclusion are looked at when the work is planned (ALE-27). */
  inclusionChecklist: offer,
  /** The community takes part in planning, implementation and evaluation (AGI-33). */
  communityPhases: offer,
  /** The officer states hours and a deputy; messages are answered in time (AGI-28). */
  availability: offer,
  /** To speak for a partner asks for its recorded consent (ALE-16). */
  advocacyConsent: offer,
  /** Joint reflection, design and learning come back (ALE-64); a policy written before it was told only offers them. */
  jointActivities: offer.optional(),
  /** Each side plans its days for the relation, year by year (MDM-29); a policy written before it was told only offers it. */
  relationTime: offer.optional(),
  /** A status point says of each clause what shows its state, and who looks after it (HFA-18); a policy written before it was told only offers it. */
  clauseEvidence: offer.optional(),
  /** A status point says how much of activities and money is carried out (HFA-26); a policy written before it was told only offers it. */
  executionRates: offer.optional(),
  /** The introduction names who will work together and speaks of the five topics (AGI-03, AGI-05); a policy written before it was told only offers it. */
  introductionForm: offer.optional(),
  /** Once the account is rendered, a renewal is proposed to be thought of (HFA-38); a policy written before it was told only offers it. */
  renewalAsked: offer.optional(),
  /** Taking part in building is confirmed by naming who took part, once the other side has accepted a text of one's hand (MDM-27, MDM-39); a policy written before it was told only offers it. */
  builtByBoth: offer.optional(),
  /** The assembly says of its session day, quorum, voices and minutes, and the letter that sends the reports is kept (HFA-34, HFA-35); a policy written before it was told only offers it. */
  accountPapers: offer.optional(),
});

export type Practices = z.infer<typeof practices>;

/**
 * Told by policies of before, and read by nobody since. The gates OFFICER, ACCOUNT and PRESENCE say the same; the steering committee
 * alone validates clauses (MDM-05); what goes outside needs everybody's yes under every charter (PMP-40, C-07); who is a donor is a
 * judgement of the register (ALE-06, C-02). Accepted, so that what was announced stays readable; no charter sets them.
 */
const formerSwitches = {
  publishOutside: z.enum(['with-consent', 'joint-validation']).optional(),
  donorsArePartners: z.boolean().optional(),
  officerDistinctFromPresident: strength.optional(),
  closureRequiresAccount: z.boolean().optional(),
  inPersonPlanning: strength.optional(),
  charterValidators: z.array(z.string().min(1)).min(1).optional(),
};

/** What a charter switches beside the columns. Each is data: no rule may ask for a charter by its name. */
export const policySwitches = z.strictObject({
  ...formerSwitches,
  /** Each party declares its own limits (PMP-26, C-03). */
  ownLimits: offer,
  /** Fewer sectors than this among the founders gives a warning; 0 gives none (PMP-10). */
  minSectorsWarning: z.int().min(0).max(4),
  /** Percent of one funder above which, and months of cover under which, a warning is shown (PMP-18, C-14). */
  fundingWarning: z.strictObject({ mainFunderPercent: z.int().min(1).max(100), coverMonths: z.int().min(0).max(120) }).nullable(),
  uncertainResultsPublishable: z.boolean(),
  /** The budget shows overheads needed and granted (ALE-11, ALE-48). */
  overheadLine: offer,
  /** A project is linked only once both sides approved a table of roles (ALE-56). */
  roleTable: offer,
  /** Which body knows the content before signature (HFA-16, C-24). */
  contentSharedTo: z.enum(['bureau', 'secretariat', 'any-of', 'both']),
  /** parallel: each party signs when it is ready. partner-first, host-first: the other side signs only then. */
  signingOrder: z.enum(['parallel', 'partner-first', 'host-first']),
  /** At the end the approved reports go to the other side before the file closes (HFA-35); a policy written before only offers it. */
  reportsTransmitted: offer.optional(),
  powerMap: offer,
  /** Roles are agreed before the budget (AGI-20). */
  rolesBeforeBudget: z.boolean(),
  budgetLines: z.strictObject({ timeTogether: budgetLine, communityParticipation: budgetLine, southSouth: budgetLine }),
  /** An agreed change that touches no clause needs no new signature (C-06, AGI-31). */
  changeWithoutResignature: z.boolean(),
  /** The label North-South. */
  northSouth: z.boolean(),
  /** A policy written before these habits were told has none. */
  practices: practices.optional(),
  /** The short path: days to sign, then days to make up the gates that were passed over (S-19). */
  emergency: z.strictObject({ pathDays: z.int().min(1).max(366), catchUpDays: z.int().min(1).max(366) }),
  /** Texts that the type brings beside those of co-construction. */
  ownTexts: z.array(z.enum(ownTextKinds)).optional(),
  /** Whether money flows when nobody says so at the opening (MDM-56). */
  moneyByDefault: z.boolean().optional(),
  /** What is asked in a phase before it is left forward; a policy written before there were asks has none. */
  askedIn: asksByPhase.optional(),
  /** What texts need before they can be agreed. */
  textAsks: z.array(z.enum(textAskIds)).optional(),
  /** The least that an agreement of the type speaks about: its clause template (HFA-14, S-13). A policy written before has none. */
  agreementClauses: z.array(z.enum(clauseTopics)).optional(),
  /** False: a signature without an introduction and expectations leaves a relation to build (AGI-04). */
  contractIsEnough: z.boolean().optional(),
  /** Tasks of the work phase stand in one of two lists, each with its objective (PMP-27). */
  workLists: offer.optional(),
});

export type PolicySwitches = z.infer<typeof policySwitches>;
