import { say } from '../decision.js';
import { missingForReadiness } from '../mechanisms/transfer/questions.js';
import type { Gate } from './gate.js';

/** Both tracks ready in the eyes of every party, and the recipient has said so of itself (MDM-47, MDM-48). */
export const readiness: Gate = {
  id: 'READINESS',
  asks: say('Le repreneur accepte le constat de préparation.', 'The recipient accepts readiness.'),
  requirements: ['MDM-48', 'MDM-47'],
  missing: state => [
    ...missingForReadiness(state),
    ...(state.transfer?.accepted === true
      ? []
      : [say('Le repreneur n’a pas accepté le constat de préparation.', 'The recipient has not accepted readiness.')]),
  ],
};
