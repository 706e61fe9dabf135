import { say } from '../decision.js';
import { isListed, missingVoiceAcknowledged } from '../mechanisms/journal/questions.js';
import type { Gate } from './gate.js';

export const mapping: Gate = {
  id: 'MAPPING',
  asks: say(
    'Acteurs et partenariats du domaine doivent être cartographiés, voix absentes comprises.',
    'Actors and partnerships of the field must be mapped, missing voices included.',
  ),
  requirements: ['PMP-12', 'ALE-24'],
  missing: state => [
    ...(isListed(state, 'actor')
      ? []
      : [say('Aucun acteur n’est listé, et la liste n’est pas déclarée vide.', 'No actor is listed, and the list is not declared empty.')]),
    ...(isListed(state, 'existing-partnership')
      ? []
      : [
          say(
            'Aucun partenariat existant n’est listé, et la liste n’est pas déclarée vide.',
            'No existing partnership is listed, and the list is not declared empty.',
          ),
        ]),
    ...(missingVoiceAcknowledged(state) ? [] : [say('Les voix absentes ne sont pas reconnues.', 'Missing voices are not acknowledged.')]),
  ],
};
