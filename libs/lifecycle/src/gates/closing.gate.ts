import { say } from '../decision.js';
import { partnersToldNothingOfTheEnd } from '../mechanisms/form/questions.js';
import { closingConversationHeld } from '../mechanisms/meeting/questions.js';
import type { Gate } from './gate.js';

export const closing: Gate = {
  id: 'CLOSING',
  asks: say('On se parle avant de se quitter.', 'We talk before we part.'),
  requirements: ['MDM-09'],
  missing: state => [
    ...(closingConversationHeld(state)
      ? []
      : [say('La conversation de clôture n’a pas eu lieu.', 'The closing conversation was not held.')]),
    ...partnersToldNothingOfTheEnd(state).map(party =>
      say(`« ${party} » n’a pas dit comment se vit cette fin.`, `"${party}" has not said how this end is felt.`),
    ),
  ],
};
