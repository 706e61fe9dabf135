import { say } from '../decision.js';
import { introductionHeld } from '../mechanisms/meeting/questions.js';
import type { Gate } from './gate.js';

export const introduced: Gate = {
  id: 'INTRODUCED',
  asks: say('Les personnes qui travailleront ensemble doivent s’être rencontrées.', 'The people who will work together must have met.'),
  requirements: ['AGI-03'],
  missing: state =>
    introductionHeld(state)
      ? []
      : [
          say(
            'Aucune présentation entre personnes de toutes les parties n’a eu lieu.',
            'No introduction between people of all parties was held.',
          ),
        ],
};
