import { dayOf } from '../calendar/span.js';
import { say } from '../decision.js';
import { partiesWithoutSignatory, signatureMandateOf } from '../mechanisms/sign-off/questions.js';
import type { Gate } from './gate.js';

/** Asked by a person, it looks for that person's mandate; asked by nobody, for one mandate in force on each side. */
export const signatory: Gate = {
  id: 'SIGNATORY',
  asks: say('Seule la hiérarchie signe, sur mandat daté.', 'Only the hierarchy signs, on a dated mandate.'),
  requirements: ['HFA-15', 'S-16'],
  missing: (state, knock) => {
    const day = dayOf(knock.now);
    if (knock.person !== null && knock.party !== null) {
      return signatureMandateOf(state, knock.party, knock.person, knock.now) !== undefined
        ? []
        : [
            say(
              `Vous n’avez pas de mandat de signature en vigueur le ${day} pour « ${knock.party} ».`,
              `You hold no mandate to sign for "${knock.party}" in force on ${day}.`,
            ),
          ];
    }
    return partiesWithoutSignatory(state, knock.now).map(party =>
      say(
        `Personne n’a de mandat de signature en vigueur le ${day} pour « ${party} ».`,
        `Nobody holds a mandate to sign for "${party}" in force on ${day}.`,
      ),
    );
  },
};
