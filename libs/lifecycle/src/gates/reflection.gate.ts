import { say } from '../decision.js';
import { bothDirectionsAnswered, silentParties } from '../mechanisms/form/questions.js';
import type { Gate } from './gate.js';

export const reflection: Gate = {
  id: 'REFLECTION',
  asks: say('La réflexion commune de l’année est tenue.', 'The joint reflection of the year is held.'),
  requirements: ['ALE-46'],
  missing: state => {
    if (bothDirectionsAnswered(state, 'annual-review')) return [];
    const silent = silentParties(state, 'annual-review').join(', ');
    return [say(`Réponses encore attendues de : ${silent}.`, `Answers still awaited from: ${silent}.`)];
  },
};
