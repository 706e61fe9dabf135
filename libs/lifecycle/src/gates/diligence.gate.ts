import { say } from '../decision.js';
import { bothDirectionsAnswered, partiesWithoutFinding } from '../mechanisms/form/questions.js';
import { partyNames } from '../mechanisms/parties/questions.js';
import type { Gate } from './gate.js';

/** Each side answers the same form and each is looked at by the other (S-03): one direction alone does not pass. */
export const diligence: Gate = {
  id: 'DILIGENCE',
  asks: say('La diligence raisonnable est faite dans les deux sens.', 'Due diligence is done in both directions.'),
  requirements: ['PMP-19', 'MDM-14', 'S-03'],
  missing: state => [
    ...(bothDirectionsAnswered(state, 'due-diligence')
      ? []
      : partyNames(state)
          .filter(party => !state.forms.dueDiligence.sealed.some(one => one.party === party))
          .map(party => say(`La partie « ${party} » n’a pas répondu au questionnaire.`, `Party "${party}" has not answered the form.`))),
    ...partiesWithoutFinding(state).map(party =>
      say(
        `Aucun constat n’a été enregistré au sujet de « ${party} » par une autre partie.`,
        `No finding about "${party}" has been recorded by another party.`,
      ),
    ),
  ],
};
