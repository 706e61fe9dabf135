import { say } from '../decision.js';
import { agreedToPlanAtADistance, plannedInPerson } from '../mechanisms/meeting/questions.js';
import type { Gate } from './gate.js';

/** The distance works, but not for the planning at the start: there people sit at one table. */
export const presence: Gate = {
  id: 'PRESENCE',
  asks: say('La planification de départ se fait en présence.', 'The planning at the start is done in person.'),
  requirements: ['AGI-25'],
  missing: state => {
    const inPerson = plannedInPerson(state);
    if (inPerson !== true && agreedToPlanAtADistance(state)) {
      return [
        say('Les parties ont convenu ensemble de ne pas planifier en présence.', 'The parties agreed together not to plan in person.'),
      ];
    }
    if (inPerson === null) return [say('Aucune réunion de planification n’a eu lieu.', 'No planning meeting was held.')];
    return inPerson ? [] : [say('La réunion de planification s’est tenue à distance.', 'The planning meeting was held at a distance.')];
  },
};
