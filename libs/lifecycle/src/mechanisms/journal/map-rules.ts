import { because, say } from '../../decision.js';
import { policyOf } from '../../state.js';
import type { NoteRule, NoteRules } from './note-rule.js';

/** Where the charter asks for the people affected, naming them says how they are represented (ALE-01). */
const stakeholderRule: NoteRule<'StakeholderIdentified'> = (state, { category, represented }) => {
  const asked = Object.values(policyOf(state).switches.askedIn ?? {}).some(ids => ids.includes('people-affected'));
  return category === 'people-affected' && asked && represented === undefined
    ? because(
        'representation-missing',
        'ALE-01',
        say(
          'Des personnes directement concernées sont nommées sans dire comment elles sont représentées.',
          'People directly affected are named without saying how they are represented.',
        ),
        say('Le dire dans `represented` : par qui, et comment.', 'Say it in `represented`: by whom, and how.'),
      )
    : null;
};

/** What notes of the map have to be besides their fields. */
export const mapRules: NoteRules = { StakeholderIdentified: stakeholderRule };
