import { z } from 'zod';
import { day, freeText, opaqueId, partyId } from '../fields.js';
import { answersOf, findingResults, formKinds, salt } from '../vocabulary/forms.js';
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
    z.strictObject({ to: partyId, questions: z.array(freeText).min(1).max(40), insteadOf: freeText }),
    fileHolders,
    ['C-28', 'ALE-54'],
    ['Poser des questions', 'Ask questions'],
  ),
  AnswerQuestions: row(
    z.strictObject({ request: opaqueId, answers: z.array(freeText).min(1).max(40) }),
    anyMember,
    ['C-28'],
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
  RefreshAnalysis: row(
    z.strictObject({ differences: freeText }),
    fileHolders,
    ['PMP-20'],
    ['Actualiser l’analyse', 'Refresh the analysis'],
  ),
};
