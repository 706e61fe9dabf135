import { z } from 'zod';
import { day, freeText, partyId } from '../fields.js';
import { answersOf, findingResults, formKinds } from '../vocabulary/forms.js';
import { commandRows } from './command-definition.js';
import { anyMember, fileHolders } from './permissions.js';

const row = commandRows('form');

export const formCommands = {
  AnswerForm: row(
    z.strictObject({ form: z.enum(formKinds), answers: answersOf, place: z.enum(['headquarters', 'field']).default('headquarters') }),
    anyMember,
    ['MDM-14', 'MDM-81', 'ALE-58'],
    ['Répondre à un questionnaire', 'Answer a form'],
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
