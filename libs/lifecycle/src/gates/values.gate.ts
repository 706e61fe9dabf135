import { say } from '../decision.js';
import { isAgreed } from '../mechanisms/text/questions.js';
import { policyOf } from '../state.js';
import type { Gate } from './gate.js';

export const values: Gate = {
  id: 'VALUES',
  asks: say('Les valeurs communes doivent être convenues.', 'Common values must be agreed.'),
  requirements: ['MDM-38'],
  missing: state =>
    !policyOf(state).columns.commonValues || isAgreed(state, 'values')
      ? []
      : [say('Le texte des valeurs communes n’est pas convenu.', 'The common values text is not agreed.')],
};
