import { say } from '../decision.js';
import { partyNames } from '../mechanisms/parties/questions.js';
import { headOf, isAgreed } from '../mechanisms/text/questions.js';
import { policyOf } from '../state.js';
import type { Gate } from './gate.js';

export const roles: Gate = {
  id: 'ROLES',
  asks: say('Les rôles et qui décide de quoi doivent être convenus.', 'Roles and who decides what must be agreed.'),
  requirements: ['ALE-56', 'HFA-08', 'MDM-43'],
  missing: state => {
    const skilled = String(headOf(state, 'roles')?.marks['skilled'] ?? '').split(' ');
    const unskilled = policyOf(state).columns.skillsTable ? partyNames(state).filter(party => !skilled.includes(party)) : [];
    return [
      ...(isAgreed(state, 'roles') ? [] : [say('Le texte des rôles n’est pas convenu.', 'The text on roles is not agreed.')]),
      ...unskilled.map(party =>
        say(`Aucune compétence technique de « ${party} » n’est nommée.`, `No technical skill of "${party}" is named.`),
      ),
    ];
  },
};
