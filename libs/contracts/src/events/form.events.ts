import { z } from 'zod';
import { day, freeText, language, opaqueId, partyId, sha256 } from '../fields.js';
import { phases } from '../vocabulary/phases.js';
import { addedQuestion, answersOf, clarity, findingResults, revealedAnswer, salt, stageAnswer, teamForms } from '../vocabulary/forms.js';
import { eventRows } from './event-definition.js';

const row = eventRows('form');

const byParty = z.array(z.strictObject({ party: partyId, answers: answersOf, unchanged: z.array(z.string()), salt })).min(1);

export const formEvents = {
  /** Sealed by its salted hash, `contentHash({ salt, answers, unchanged })`, until every party has answered: nobody reads the other's answers first (MDM-14). */
  FormAnswered: row(
    z.strictObject({
      form: z.enum(['due-diligence', 'annual-review']),
      round: z.int().min(1),
      party: partyId,
      answersHash: sha256,
      /** Hash of the common questions: the same for every team under the same edition of the charter (ALE-69). */
      template: sha256.optional(),
    }),
    ['MDM-14'],
    ['Questionnaire rempli, réponses scellées', 'Form answered, answers sealed'],
  ),
  DueDiligenceAnswersRevealed: row(
    z.strictObject({ round: z.int().min(1), answers: byParty }),
    ['MDM-14', 'S-03'],
    ['Réponses de diligence révélées ensemble', 'Due-diligence answers revealed together'],
  ),
  JointReflectionHeld: row(
    z.strictObject({ round: z.int().min(1), answers: byParty }),
    ['ALE-46', 'MDM-14'],
    ['Réflexion commune tenue, réponses révélées ensemble', 'Joint reflection held, answers revealed together'],
  ),
  DueDiligenceFindingRecorded: row(
    z.strictObject({
      finding: opaqueId,
      about: partyId,
      line: z.string().nullable(),
      result: z.enum(findingResults),
      evidenceOn: day,
      note: freeText,
    }),
    ['PMP-19'],
    ['Constat de diligence enregistré', 'Due-diligence finding recorded'],
  ),
  StageReflectionRecorded: row(
    z.strictObject({ phase: z.enum(phases), party: partyId, place: z.enum(['headquarters', 'field']), answers: answersOf }),
    ['MDM-81', 'MDM-82', 'MDM-83', 'MDM-84'],
    ['Réponses données aux questions d’étape', 'Stage questions answered'],
  ),
  /** What the other side says of an answer, beside it: what the partner wanted is not for one side alone to tell. */
  StageAnswerCommented: row(
    z.strictObject({ ...stageAnswer, party: partyId, comment: freeText }),
    ['MDM-83'],
    ['Réponse d’étape commentée par l’autre côté', 'Stage answer commented by the other side'],
  ),
  StrengthBaselineRecorded: row(
    z.strictObject({ party: partyId, answers: answersOf }),
    ['ALE-58'],
    ['Auto-évaluation de départ enregistrée', 'Baseline self-assessment recorded'],
  ),
  SelfAssessmentRepeated: row(
    z.strictObject({ party: partyId, answers: answersOf }),
    ['ALE-58'],
    ['Auto-évaluation refaite', 'Self-assessment repeated'],
  ),
  ClosingQuestionAnswered: row(
    z.strictObject({ party: partyId, answers: answersOf }),
    ['MDM-09'],
    ['Réponse donnée à la question de clôture', 'Closing question answered'],
  ),
  QuestionsAsked: row(
    z.strictObject({
      request: opaqueId,
      party: partyId,
      to: partyId,
      questions: z.array(freeText).min(1),
      insteadOf: freeText,
      /** Why, for whom, by when and in which language (ALE-13). */
      purpose: freeText.optional(),
      origin: z.enum(['donor', 'own']).optional(),
      answerBy: day.optional(),
      language: language.optional(),
      /** Why there is less time than the charter grants. */
      shortNotice: freeText.optional(),
    }),
    ['C-28', 'ALE-54', 'ALE-13'],
    ['Questions posées', 'Questions asked'],
  ),
  QuestionsAnswered: row(
    z.strictObject({ request: opaqueId, party: partyId, answers: z.array(freeText).min(1), clarity: clarity.optional() }),
    ['C-28', 'ALE-13'],
    ['Réponses données aux questions posées', 'Questions answered'],
  ),
  QuestionsDeclined: row(
    z.strictObject({ request: opaqueId, party: partyId, reason: freeText }),
    ['MDM-25'],
    ['Questions déclinées', 'Questions declined'],
  ),
  /** The side that was told something by a form says that it was so. */
  AnswerConfirmed: row(
    z.strictObject({ ...revealedAnswer, party: partyId, comment: freeText.nullable() }),
    ['ALE-14'],
    ['Réponse confirmée par l’autre côté', 'Answer confirmed by the other side'],
  ),
  AnswerContested: row(
    z.strictObject({ ...revealedAnswer, party: partyId, reason: freeText }),
    ['ALE-14'],
    ['Réponse contestée par l’autre côté', 'Answer contested by the other side'],
  ),
  /** One for each party; with the last one the answer may be told outside (AGI-09). */
  QuotationCleared: row(
    z.strictObject({ ...revealedAnswer, party: partyId, clearedByAll: z.boolean() }),
    ['AGI-09'],
    ['Citation autorisée par une partie', 'Quotation cleared by one party'],
  ),
  FormQuestionAdded: row(
    z.strictObject({ form: z.enum(teamForms), question: addedQuestion, party: partyId }),
    ['ALE-69'],
    ['Question ajoutée au questionnaire', 'Question added to a form'],
  ),
  FormQuestionWithdrawn: row(
    z.strictObject({ form: z.enum(teamForms), question: z.string().min(1), party: partyId }),
    ['ALE-69'],
    ['Question ajoutée retirée', 'Added question withdrawn'],
  ),
  StakeholderAnalysisRefreshed: row(
    z.strictObject({ differences: freeText }),
    ['PMP-20'],
    ['Analyse des acteurs actualisée', 'Stakeholder analysis refreshed'],
  ),
};
