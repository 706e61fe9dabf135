import { say } from '../decision.js';
import type { Gate } from './gate.js';

/**
 * Asked where a project is transferred, which operational partnerships do not offer. No event of today's language
 * records that a recipient has accepted readiness, so the answer is always that it lacks: unknown means no.
 */
export const readiness: Gate = {
  id: 'READINESS',
  asks: say('Le repreneur accepte le constat de préparation.', 'The recipient accepts readiness.'),
  requirements: ['MDM-48'],
  missing: () => [say('Le repreneur n’a pas accepté le constat de préparation.', 'The recipient has not accepted readiness.')],
};
