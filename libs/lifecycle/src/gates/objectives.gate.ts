import { say } from '../decision.js';
import { headOf, isAgreed } from '../mechanisms/text/questions.js';
import type { Gate } from './gate.js';

export const objectives: Gate = {
  id: 'OBJECTIVES',
  asks: say(
    'Les objectifs communs doivent être écrits, dont un sur les droits.',
    'Common objectives must be written, one of them on rights.',
  ),
  requirements: ['MDM-26', 'MDM-30'],
  missing: state => {
    const rights = Number(headOf(state, 'objectives')?.marks['rights'] ?? 0);
    return [
      ...(isAgreed(state, 'objectives')
        ? []
        : [say('Les objectifs communs ne sont pas convenus.', 'The common objectives are not agreed.')]),
      ...(rights > 0 ? [] : [say('Aucun objectif ne porte sur les droits.', 'No objective is about rights.')]),
    ];
  },
};
