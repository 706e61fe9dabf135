import { say } from '../decision.js';
import { withoutExpectations } from '../mechanisms/text/questions.js';
import type { Gate } from './gate.js';

export const expectations: Gate = {
  id: 'EXPECTATIONS',
  asks: say('Chaque partie écrit ses attentes et ses valeurs.', 'Each party writes its expectations and values.'),
  requirements: ['MDM-30'],
  missing: state => withoutExpectations(state).map(party => say(`Il manque celles de « ${party} ».`, `Those of "${party}" are missing.`)),
};
