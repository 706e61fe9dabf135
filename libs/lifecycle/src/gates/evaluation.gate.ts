import { say } from '../decision.js';
import { isAgreed } from '../mechanisms/text/questions.js';
import { policyOf } from '../state.js';
import type { Gate } from './gate.js';

export const evaluation: Gate = {
  id: 'EVALUATION',
  asks: say(
    'L’évaluation du projet et celle du partenariat doivent être convenues.',
    'Evaluation of the project and of the partnership must be agreed.',
  ),
  requirements: ['MDM-40'],
  missing: state =>
    policyOf(state).columns.evaluationBlocks.length === 0 || isAgreed(state, 'evaluation')
      ? []
      : [say('Les modalités d’évaluation ne sont pas convenues.', 'The evaluation modalities are not agreed.')],
};
