import { say } from '../decision.js';
import { missingTranslations, translatedKinds } from '../mechanisms/text/questions.js';
import { policyOf } from '../state.js';
import type { Gate } from './gate.js';

export const language: Gate = {
  id: 'LANGUAGE',
  asks: say(
    'Les textes doivent exister dans la langue de travail de chaque partie.',
    'Texts must exist in the working language of each party.',
  ),
  requirements: ['MDM-16'],
  missing: state =>
    policyOf(state).columns.translationGate
      ? translatedKinds.flatMap(kind =>
          missingTranslations(state, kind).map(tag =>
            say(
              `« ${kind} » n’existe pas en « ${tag} » dans sa version présente.`,
              `"${kind}" does not exist in "${tag}" in its present version.`,
            ),
          ),
        )
      : [],
};
