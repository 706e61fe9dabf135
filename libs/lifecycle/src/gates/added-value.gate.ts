import { say } from '../decision.js';
import type { Gate } from './gate.js';

export const addedValue: Gate = {
  id: 'ADDED-VALUE',
  asks: say('La valeur ajoutée d’un nouveau partenariat doit être établie.', 'The added value of a new partnership must be established.'),
  requirements: ['PMP-08'],
  missing: state => {
    if (state.steps.addedValueJustified === null)
      return [say('Les partenariats existants ne sont pas vérifiés.', 'Existing partnerships are not checked.')];
    return state.steps.addedValueJustified
      ? []
      : [say('Un nouveau partenariat n’est pas justifié.', 'A new partnership is not justified.')];
  },
};
