import { say } from '../decision.js';
import type { Gate } from './gate.js';

export const followUp: Gate = {
  id: 'FOLLOW-UP',
  asks: say('Un dispositif de suivi doit être en place et connu.', 'A follow-up arrangement must be in place and known.'),
  requirements: ['HFA-25', 'HFA-30'],
  missing: state => {
    const { committee } = state.parties;
    if (committee === null) return [say('Aucun comité de suivi n’est constitué.', 'No follow-up committee is constituted.')];
    return committee.announced
      ? []
      : [
          say(
            'La composition du comité n’est pas annoncée aux membres.',
            'The composition of the committee is not announced to the members.',
          ),
        ];
  },
};
