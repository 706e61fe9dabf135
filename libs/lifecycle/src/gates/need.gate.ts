import { say } from '../decision.js';
import type { Gate } from './gate.js';

export const need: Gate = {
  id: 'NEED',
  asks: say('Le besoin doit être établi.', 'The need must be established.'),
  requirements: ['PMP-07'],
  missing: state => {
    if (state.steps.needJustified === null)
      return [say('L’objectif et la méthode ne sont pas examinés.', 'Objective and method are not assessed.')];
    return state.steps.needJustified ? [] : [say('Un partenariat n’est pas la bonne méthode.', 'A partnership is not the right method.')];
  },
};
