import { z } from 'zod';
import { phases } from './phases.js';

/**
 * What a charter may ask for in a phase before it is left forward, beside the gates: each is a rule with its own words
 * and its task. Which of them hold, for which type and in which phase, is data of the charter.
 */
export const askIds = [
  'role-table',
  'roles-and-needs',
  'power-map',
  'resource-access',
  'chosen-levels',
  'local-strategy',
  'scope',
  'communication-rules',
  'operating-modes',
  'milestones',
  'partnership-plan',
  'capacity-needs',
  'shared-vision',
  'members-informed',
  'supporting-documents',
  'expectations-review',
  'reciprocity',
  'capacity-progress',
  'rebalancing-effect',
  'participation-barriers',
  'planning-in-person',
  'common-action',
  'problem',
  'agenda-2030',
  'nature',
  'form',
  'horizon',
  'people-concerned',
  'motivation',
  'will',
  'trust',
  'people-affected',
  'change-links',
  'file-holder',
  'protection',
  'consent',
] as const;

export type AskId = (typeof askIds)[number];

/** Asks by the phase in which they are met. */
export const asksByPhase = z.partialRecord(z.enum(phases), z.array(z.enum(askIds)));

/** What a charter may ask of a text before it can be agreed. */
export const textAskIds = [
  /** Each party names the result it answers for (HFA-08). */
  'results-of-all',
  /** Where money flows, the plan has a rebalancing measure (ALE-44). */
  'rebalancing-measure',
  /** Gaps in access to resources have their measure in the plan (AGI-12). */
  'gaps-answered',
  /** Each rebalancing measure of the plan has an owner and a day (AGI-13). */
  'dated-measures',
  /** The plan has its six blocks (ALE-68). */
  'six-blocks',
  /** The capacity plan has lines that outlive the project (ALE-17). */
  'organisational-track',
  /** A mutual capacity plan strengthens every party (MDM-54). */
  'both-directions',
  /** Among the results one is about the partnership itself, with indicators of its own (AGI-07). */
  'partnership-result',
  /** The transfer plan says what the transfer costs (MDM-44). */
  'transfer-budget',
  /** The operating modes say which form cooperation takes and how decisions are taken (PMP-28). */
  'form-and-decisions',
  /** Milestones have an owner and a day (PMP-35). */
  'dated-milestones',
  /** The agreement has a clause on each topic of the template of its type (HFA-14, S-13). */
  'clauses-of-the-type',
] as const;

export type TextAskId = (typeof textAskIds)[number];
