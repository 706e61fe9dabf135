import { questionMeasures, questionPolicy } from '@palabre/contracts';
import { z } from 'zod';
import { bothLanguages, code, line, saying, sources, typeSelection } from './sources.js';

const choice = z.strictObject({ code, text: bothLanguages });

const question = {
  id: saying(
    z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/),
    'un identifiant de question : lettres, chiffres et _',
    'an identifier of a question: letters, digits and _',
  ),
  kind: questionPolicy.shape.kind,
  choices: z.array(choice).min(2).optional(),
  text: bothLanguages,
  source: sources,
};

const asked = {
  ...question,
  who: questionPolicy.shape.answerer,
  types: typeSelection.optional(),
  protected: z.boolean().optional(),
  theme: code.optional(),
  /** The quality (qualities) that the answer speaks about. */
  quality: code.optional(),
  /** What its score is about, in every charter alike (ALE-29, ALE-52, AGI-10). */
  measures: z.enum(questionMeasures).optional(),
  /** Answered by one side about itself, and confirmed or contested by this one (ALE-14). */
  confirmed_by: z.enum(['partner', 'host']).optional(),
  /** A question of equity: put to every type and at every level, whatever the relation (ALE-43). */
  equity: z.literal(true).optional(),
  /** Put on this occasion alone. */
  asked_when: questionPolicy.shape.askedWhen,
  /** A yes is followed by what shows it. */
  evidence: z.literal(true).optional(),
  /** May be told outside once every party has cleared it. */
  quotable: z.literal(true).optional(),
  /** In a stage that lasts, put again at the rhythm of `relation_pulse_every_months` (AGI-06). */
  again: z.literal(true).optional(),
};

/**
 * A question of a form, for every type unless `types` says otherwise. `protected` answers have their own readers.
 * Questions that belong to one question of the document carry the same `theme` (where we stand: a position, and words).
 */
export const formQuestion = z.strictObject(asked);

/** What a verification may ask beside the lines of a charter (MDM-25, S-02). */
const diligenceTopics = [
  'finance',
  'independence',
  'governance',
  'resources',
  'expertise',
  'working_together',
  'protection',
  'community',
] as const;

/** A question of the verification, tied to a line of the charter or to a topic beside the lines (MDM-25, S-02). */
export const diligenceQuestion = z.strictObject({
  ...asked,
  about: saying(
    z.union([z.strictObject({ line }), z.strictObject({ topic: z.enum(diligenceTopics) })]),
    `le sujet de la question : une ligne de la charte (line) ou un thème (topic: ${diligenceTopics.join(', ')})`,
    `what the question is about: a line of the charter (line) or a topic (topic: ${diligenceTopics.join(', ')})`,
  ),
});

/** A question of the anonymous survey: no answerer, since nobody is named. */
export const surveyQuestion = z.strictObject({
  ...question,
  /** A strength to keep: scored apart, and its fall is told (ALE-07). */
  keep_doing: z.boolean().optional(),
});

export const questionnaires = z.strictObject({
  due_diligence: z.array(diligenceQuestion),
  annual_review: z.array(formQuestion),
  stage_reflection: z.array(formQuestion),
  self_assessment: z.array(formQuestion),
  closing: z.array(formQuestion),
  /** Before a party is admitted and at each change of phase (PMP-16, PMP-22). */
  trust_pulse: z.array(formQuestion).optional(),
  /** Of a country team on all its partnerships, every year (ALE-67). */
  team_review: z.array(formQuestion).optional(),
  survey: z.strictObject({
    anonymous: z.strictObject({ value: z.boolean(), source: sources }),
    questions: z.array(surveyQuestion),
  }),
});

export type FormQuestion = z.infer<typeof formQuestion>;
export type DiligenceQuestion = z.infer<typeof diligenceQuestion>;
export type SurveyQuestion = z.infer<typeof surveyQuestion>;
