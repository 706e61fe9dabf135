import { z } from 'zod';
import { day, freeText, language, opaqueId, partyId } from '../fields.js';
import {
  addedQuestion,
  answersOf,
  clarity,
  findingResults,
  formKinds,
  revealedAnswer,
  salt,
  stageAnswer,
  teamForms,
} from '../vocabulary/forms.js';
import { commandRows } from './command-definition.js';
import { anyMember, fileHolders } from './permissions.js';

const row = commandRows('form');

export const formCommands = {
  AnswerForm: row(
    z.strictObject({
      form: z.enum(formKinds),
      answers: answersOf,
      place: z.enum(['headquarters', 'field']).default('headquarters'),
      /** Questions answered before whose answer still holds: nobody writes twice what is known (ALE-54). */
      unchanged: z.array(z.string().min(1).max(60)).max(300).optional(),
      /** Needed where answers wait for those of the others (MDM-14). */
      salt: salt.optional(),
    }),
    anyMember,
    ['MDM-14', 'MDM-81', 'ALE-58'],
    ['Répondre à un questionnaire', 'Answer a form'],
  ),
  /** Anything asked of another party beyond the charter's forms. What already exists is thought of first (ALE-54). */
  AskQuestions: row(
    z.strictObject({
      to: partyId,
      questions: z.array(freeText).min(1).max(40),
      insteadOf: freeText,
      purpose: freeText.optional(),
      origin: z.enum(['donor', 'own']).optional(),
      answerBy: day.optional(),
      language: language.optional(),
      shortNotice: freeText.optional(),
    }),
    fileHolders,
    ['C-28', 'ALE-54', 'ALE-13'],
    ['Poser des questions', 'Ask questions'],
  ),
  AnswerQuestions: row(
    z.strictObject({ request: opaqueId, answers: z.array(freeText).min(1).max(40), clarity: clarity.optional() }),
    anyMember,
    ['C-28', 'ALE-13'],
    ['Répondre aux questions', 'Answer questions'],
  ),
  /** Saying no is always open, and counts against nobody (MDM-25). */
  DeclineQuestions: row(
    z.strictObject({ request: opaqueId, reason: freeText }),
    fileHolders,
    ['MDM-25'],
    ['Décliner des questions', 'Decline questions'],
  ),
  RecordFinding: row(
    z.strictObject({ about: partyId, line: z.string().nullable(), result: z.enum(findingResults), evidenceOn: day, note: freeText }),
    fileHolders,
    ['PMP-19', 'MDM-71'],
    ['Enregistrer un constat', 'Record a finding'],
  ),
  /** Said by the side that the question names, never by the one that answered (ALE-14). */
  ConfirmAnswer: row(
    z.strictObject({ ...revealedAnswer, comment: freeText.nullable() }),
    fileHolders,
    ['ALE-14'],
    ['Confirmer une réponse de l’autre côté', 'Confirm an answer of the other side'],
  ),
  ContestAnswer: row(
    z.strictObject({ ...revealedAnswer, reason: freeText }),
    fileHolders,
    ['ALE-14'],
    ['Contester une réponse de l’autre côté', 'Contest an answer of the other side'],
  ),
  /** Said by another party than the one that answered; its answer stays as it was given (MDM-83). */
  CommentStageAnswer: row(
    z.strictObject({ ...stageAnswer, place: stageAnswer.place.default('headquarters'), comment: freeText }),
    fileHolders,
    ['MDM-83'],
    ['Commenter une réponse d’étape de l’autre côté', 'Comment on a stage answer of the other side'],
  ),
  ClearQuotation: row(
    z.strictObject(revealedAnswer),
    fileHolders,
    ['AGI-09'],
    ['Autoriser la citation d’une réponse', 'Clear an answer for quotation'],
  ),
  AddFormQuestion: row(
    z.strictObject({ form: z.enum(teamForms), question: addedQuestion }),
    fileHolders,
    ['ALE-69'],
    ['Ajouter une question', 'Add a question'],
  ),
  /** Only what the parties added themselves; the common questions stay. */
  WithdrawFormQuestion: row(
    z.strictObject({ form: z.enum(teamForms), question: z.string().min(1).max(60) }),
    fileHolders,
    ['ALE-69'],
    ['Retirer une question ajoutée', 'Withdraw an added question'],
  ),
  RefreshAnalysis: row(
    z.strictObject({ differences: freeText }),
    fileHolders,
    ['PMP-20'],
    ['Actualiser l’analyse', 'Refresh the analysis'],
  ),
};
