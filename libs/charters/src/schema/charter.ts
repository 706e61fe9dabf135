import { calendarSpan, gateIds, gateStrengths, roles, timerKeys } from '@palabre/contracts';
import { z } from 'zod';
import { columnSwitches } from './columns.js';
import { identity } from './identity.js';
import { parts } from './parts.js';
import { questionnaires } from './questionnaires.js';
import { bothLanguages, code, perType, saying, sourced, sources, typeCode, typeSelection } from './sources.js';

saying(
  calendarSpan,
  'une durée avec une seule unité : { days: n }, { workingDays: n } ou { months: n }, n entier positif ou nul',
  'a length of time with a single unit: { days: n }, { workingDays: n } or { months: n }, n a whole number from 0',
);

/**
 * How strongly a gate holds under this charter. `stated`: the document says so; `default`: our proposal.
 * With `types`, the row speaks for these types alone; the matrix, then the engine's default, speak for the others.
 */
const gate = z.strictObject({
  strength: z.enum(gateStrengths),
  basis: z.enum(['stated', 'default']),
  types: z.array(typeCode).min(1).optional(),
  source: sources,
});

const authorities = z.strictObject({
  signature: perType(z.enum(roles)).optional(),
  joint_validation: perType(z.boolean()).optional(),
  line_decision: sourced(z.enum(roles)).optional(),
  strategic_validation: sourced(z.enum(roles)).optional(),
  charter_clauses: sourced(z.enum(roles)).optional(),
  charter_validators: sourced(z.array(z.enum(roles)).min(1)).optional(),
});

const requiredDocument = z.strictObject({
  code,
  name: bothLanguages,
  types: typeSelection,
  /** Only once the partnership carries money. */
  once_there_is_money: z.boolean().optional(),
  source: sources,
});

const indicator = z.strictObject({ code, name: bothLanguages, public: sourced(z.boolean()), source: sources });

const consultation = z.strictObject({
  bodies: z.array(z.strictObject({ code, name: bothLanguages, may_be_left_out: z.boolean() })).min(1),
  source: sources,
});

const reading = z.strictObject({ code, name: bothLanguages, types: z.array(typeCode).min(1) });

const switches = z.strictObject({
  ...columnSwitches,
  cd_validation: perType(z.enum(['required', 'none'])).optional(),
  /** The readings of the sentence behind `cd_validation` (C-05), each obtained by the switch alone. */
  cd_validation_readings: z.array(reading).optional(),
  types_may_evolve: sourced(z.boolean()).optional(),
  partner_reads_by_default: sourced(z.boolean()).optional(),
  stage_questions: sourced(z.array(code).min(1)).optional(),
  leadership_spectrum: sourced(z.enum(['none', 'three-levels'])).optional(),
});

/** Figures beside the timers that the engine proposes and a charter may replace. */
export const figureKeys = [
  'survey_min_answers_shown',
  'balance_topic_above_percent',
  'balance_window_months',
  'handover_window_months',
  'strategic_horizon_min_months',
  'specific_training_every_months',
  'adoption_without_objection_days',
  'consultation_answer_days',
] as const;

export type FigureKey = (typeof figureKeys)[number];

export const figure = z.int().min(0);

/** A charter file, whole. Nothing has a silent default here: what is absent is declared absent. */
export const charterContent = z.strictObject({
  charter: identity,
  ...parts,
  gates: z.partialRecord(z.enum(gateIds), gate),
  timers: z.partialRecord(z.enum(timerKeys), sourced(calendarSpan)),
  authorities,
  documents: z.array(requiredDocument),
  questionnaires,
  indicators: z.array(indicator),
  consultation: consultation.optional(),
  switches,
  overrides: z.partialRecord(z.enum(figureKeys), sourced(figure)),
});

export type CharterContent = z.infer<typeof charterContent>;
