import { say } from '../decision.js';
import { silentAboutTheEnd } from '../mechanisms/form/put.js';
import { closingConversationHeld } from '../mechanisms/meeting/questions.js';
import type { Gate } from './gate.js';

export const closing: Gate = {
  id: 'CLOSING',
  asks: say('On se parle avant de se quitter.', 'We talk before we part.'),
  requirements: ['MDM-09', 'MDM-14'],
  missing: state => [
    ...(closingConversationHeld(state)
      ? []
      : [say('La conversation de clôture n’a pas eu lieu.', 'The closing conversation was not held.')]),
    ...silentAboutTheEnd(state).map(({ party, side }) =>
      side === 'partner'
        ? say(`« ${party} » n’a pas dit comment se vit cette fin.`, `"${party}" has not said how this end is felt.`)
        : say(`« ${party} » n’a pas répondu aux questions de la fin.`, `"${party}" has not answered the questions of the end.`),
    ),
  ],
};
