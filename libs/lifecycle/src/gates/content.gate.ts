import { dayOf } from '../calendar/span.js';
import { hasCome } from '../calendar/reminder.js';
import { say } from '../decision.js';
import { partyNames } from '../mechanisms/parties/questions.js';
import { contentKnownAt } from '../mechanisms/sign-off/questions.js';
import type { Gate } from './gate.js';

/** Bureau or secretariat, at least one of the two (C-24), on each side, early enough; a changed text starts the delay again. */
export const content: Gate = {
  id: 'CONTENT',
  asks: say(
    'Le bureau ou le secrétariat de chaque partie connaît le contenu depuis le délai voulu.',
    'The bureau or secretariat of each party has known the content for long enough.',
  ),
  requirements: ['HFA-16', 'C-24'],
  missing: (state, knock) =>
    partyNames(state).flatMap(party => {
      const knownAt = contentKnownAt(state, party);
      if (knownAt === null) {
        return [
          say(
            `La version présente n’est pas partagée avec le bureau ou le secrétariat de « ${party} ».`,
            `The present version has not been shared with the bureau or secretariat of "${party}".`,
          ),
        ];
      }
      return hasCome(knownAt, knock.now)
        ? []
        : [
            say(
              `Le délai de lecture de « ${party} » court jusqu’au ${dayOf(knownAt)}.`,
              `The reading delay of "${party}" runs until ${dayOf(knownAt)}.`,
            ),
          ];
    }),
};
