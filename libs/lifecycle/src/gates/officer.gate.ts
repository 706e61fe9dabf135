import { say } from '../decision.js';
import type { Gate } from './gate.js';

export const officer: Gate = {
  id: 'OFFICER',
  asks: say(
    'Une personne chargée du partenariat, distincte de la présidence, doit être désignée.',
    'A partnership officer other than the President must be designated.',
  ),
  requirements: ['HFA-17'],
  missing: state => {
    const named = state.parties.officer;
    if (named === null) return [say('Personne n’est chargé de ce partenariat.', 'Nobody is in charge of this partnership.')];
    return named.isPresident ? [say('La personne désignée préside l’organisation.', 'The person designated is the President.')] : [];
  },
};
