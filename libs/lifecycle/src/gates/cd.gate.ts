import { say } from '../decision.js';
import { strategicStatus } from '../mechanisms/sign-off/questions.js';
import type { Gate } from './gate.js';

const reasons = {
  missing: say(
    'La validation stratégique de la version présente n’est pas demandée.',
    'Strategic validation of the present version has not been requested.',
  ),
  requested: say('La validation stratégique est demandée, pas encore accordée.', 'Strategic validation is requested, not granted yet.'),
  refused: say('La validation stratégique de cette version est refusée.', 'Strategic validation of this version is refused.'),
} as const;

/** Which types need the strategic body is the charter's choice (C-05): a switch, never code. */
export const cd: Gate = {
  id: 'CD',
  asks: say(
    'Le comité de direction a validé, là où la charte le demande.',
    'The steering committee has validated, where the charter asks for it.',
  ),
  requirements: ['MDM-61', 'C-05'],
  missing: state => {
    const status = strategicStatus(state);
    return status === 'not-needed' || status === 'granted' ? [] : [reasons[status]];
  },
};
