import { calendarSpan, gateIds, gateStrengths, roles, timerKeys } from '@palabre/contracts';
import { z } from 'zod';
import { columnSwitches } from './columns.js';
import { figure, figureKeys } from './figures.js';
import { identity } from './identity.js';
import { parts } from './parts.js';
import { questionnaires } from './questionnaires.js';
import { sections } from './sections.js';
import { bothLanguages, code, perType, saying, sourced, sources, typeCode, typeSelection } from './sources.js';
import { charterSwitches } from './switches.js';
import { typeRows } from './type-rows.js';

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
  line_decision: sourced(z.enum(roles)).optional(),
  strategic_validation: sourced(z.enum(roles)).optional(),
});

const requiredDocument = z.strictObject({
  code,
  name: bothLanguages,
  types: typeSelection,
  /** Only once the partnership carries money. */
  once_there_is_money: z.boolean().optional(),
  /** Offered and not asked for. */
  optional: z.boolean().optional(),
  source: sources,
});

/** `condition`: what must have happened before the figure is shown outside. */
const indicator = z.strictObject({
  code,
  name: bothLanguages,
  public: sourced(z.boolean()),
  condition: bothLanguages.optional(),
  source: sources,
});

const consultation = z.strictObject({
  bodies: z.array(z.strictObject({ code, name: bothLanguages, may_be_left_out: z.boolean() })).min(1),
  source: sources,
});

const switches = z.strictObject({
  ...columnSwitches,
  ...charterSwitches,
  /** Which types go to the steering committee; each reading of C-05 is obtained by this switch alone. */
  cd_validation: perType(z.enum(['required', 'none'])).optional(),
  stage_questions: sourced(z.array(code).min(1)).optional(),
  leadership_spectrum: sourced(z.enum(['none', 'three-levels'])).optional(),
});

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
  ...sections,
  /** Types that the matrix does not have: the row of each, whole. A new type is data, here as in the matrix. */
  own_types: typeRows.optional(),
  switches,
  overrides: z.partialRecord(z.enum(figureKeys), sourced(figure)),
});

export type CharterContent = z.infer<typeof charterContent>;
