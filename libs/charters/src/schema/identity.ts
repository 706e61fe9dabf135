import { leadershipLevels } from '@palabre/contracts';
import { z } from 'zod';
import { bothLanguages, code, line, saying, sourced, sources } from './sources.js';

/** The life of a clause (MDM-05). Only a recorded decision of the steering committee makes it `validated`. */
export const clauseStatuses = ['proposed', 'under-discussion', 'validated', 'retired'] as const;

export type ClauseStatus = (typeof clauseStatuses)[number];

export const clauseStatus = saying(
  z.enum(clauseStatuses),
  "l'état de la clause : proposed, under-discussion, validated ou retired",
  'the status of the clause: proposed, under-discussion, validated or retired',
);

/** A day, or a month where the document gives no day, or `not-stated` where it gives neither. */
const dayOrMonth = saying(
  z.union([z.iso.date(), z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/), z.literal('not-stated')]),
  'un jour AAAA-MM-JJ, un mois AAAA-MM, ou not-stated',
  'a day YYYY-MM-DD, a month YYYY-MM, or not-stated',
);

/** The decision that validated a clause or a whole part: which body, on which day. A published text names its publisher. */
export const validation = saying(
  z.strictObject({ body: line, on: dayOrMonth, source: sources.optional() }),
  "l'instance qui a validé (body) et le jour (on : AAAA-MM-JJ, AAAA-MM ou not-stated)",
  'the body that validated (body) and the day (on: YYYY-MM-DD, YYYY-MM or not-stated)',
);

/** A commitment that the organisation shares with others, and how many consent (MDM-06). Unanimity is not needed. */
const externalCommitment = z.strictObject({
  code,
  name: bothLanguages,
  members: z.int().min(1),
  consents: z.int().min(0),
  state: z.enum(['planned', 'in-progress', 'signed']),
  source: sources,
});

/** The survey that later campaigns are compared with (MDM-08). `respondents: not-stated` when nobody wrote who answered. */
const baselineSurvey = z.strictObject({
  month: saying(z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/), 'un mois AAAA-MM', 'a month YYYY-MM'),
  scale: z.int().min(2),
  mean: z.number().min(0),
  answers: z.int().min(1),
  countries: z.int().min(1),
  respondents: line,
  source: sources,
});

/**
 * How far ahead the document looks, and the version of the strategy that it feeds (ALE-19, ALE-28). `target`: the share of
 * partnerships, in whole percent, that the organisation wants at this level by then; it sets it itself, or none (S-20).
 */
const horizon = z.strictObject({
  months: z.int().min(1).max(120),
  text: bothLanguages,
  strategy: z.strictObject({ name: bothLanguages, version: line, source: sources }).optional(),
  target: z.strictObject({ level: z.enum(leadershipLevels), percent: z.int().min(1).max(100), source: sources }).optional(),
  source: sources,
});

/** Who the charter is: its stable code, its names, the document it was written from, and how far it reaches. */
export const identity = z.strictObject({
  code: saying(
    z.string().regex(/^[a-z][a-z0-9-]{1,39}$/),
    'le code de la charte : minuscules, chiffres et tirets, 2 à 40 signes',
    'the code of the charter: lower-case letters, digits and hyphens, 2 to 40 signs',
  ),
  name: bothLanguages,
  document: z.strictObject({ title: line, date: dayOrMonth }),
  /** How the document binds: as a proposal, advice, lessons told, teaching, or the position of its organisation. */
  standing: sourced(z.enum(['proposal', 'advice', 'lessons', 'teaching', 'position'])).optional(),
  status: clauseStatus,
  validation: validation.optional(),
  scope: z.strictObject({ entities: bothLanguages, geography: bothLanguages, source: sources }),
  horizon: horizon.optional(),
  supersedes: z.strictObject({ name: bothLanguages, source: sources }).optional(),
  external_commitments: z.array(externalCommitment),
  baseline_survey: baselineSurvey.optional(),
});
