import { z } from 'zod';
import { day, freeText, opaqueId, partyId, sha256 } from '../fields.js';
import { phases } from '../vocabulary/phases.js';
import { answersOf, findingResults, salt } from '../vocabulary/forms.js';
import { eventRows } from './event-definition.js';

const row = eventRows('form');

const byParty = z.array(z.strictObject({ party: partyId, answers: answersOf, unchanged: z.array(z.string()), salt })).min(1);

export const formEvents = {
  /** Sealed by its salted hash, `contentHash({ salt, answers, unchanged })`, until every party has answered: nobody reads the other's answers first (MDM-14). */
  FormAnswered: row(
    z.strictObject({ form: z.enum(['due-diligence', 'annual-review']), round: z.int().min(1), party: partyId, answersHash: sha256 }),
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
    ['Questions d’étape répondues', 'Stage questions answered'],
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
    ['Question de clôture répondue', 'Closing question answered'],
  ),
  QuestionsAsked: row(
    z.strictObject({ request: opaqueId, party: partyId, to: partyId, questions: z.array(freeText).min(1), insteadOf: freeText }),
    ['C-28', 'ALE-54'],
    ['Questions posées', 'Questions asked'],
  ),
  QuestionsAnswered: row(
    z.strictObject({ request: opaqueId, party: partyId, answers: z.array(freeText).min(1) }),
    ['C-28'],
    ['Questions répondues', 'Questions answered'],
  ),
  QuestionsDeclined: row(
    z.strictObject({ request: opaqueId, party: partyId, reason: freeText }),
    ['MDM-25'],
    ['Questions déclinées', 'Questions declined'],
  ),
  StakeholderAnalysisRefreshed: row(
    z.strictObject({ differences: freeText }),
    ['PMP-20'],
    ['Analyse des acteurs actualisée', 'Stakeholder analysis refreshed'],
  ),
};
