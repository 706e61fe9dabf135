import { say } from '../decision.js';
import { headOf } from '../mechanisms/text/questions.js';
import { policyOf } from '../state.js';
import type { Gate } from './gate.js';

export const budget: Gate = {
  id: 'BUDGET',
  asks: say('Le budget doit être co-validé par le partenaire.', 'The budget must be co-validated by the partner.'),
  requirements: ['MDM-11'],
  missing: state => {
    if (!state.steps.financialFlows || policyOf(state).columns.budgetCoValidation === 'none') return [];
    const head = headOf(state, 'budget');
    if (head === undefined) return [say('Aucun budget n’est proposé.', 'No budget is proposed.')];
    if (head.status === 'contested')
      return [say('Le budget est contesté : il retourne à la concertation.', 'The budget is contested: it goes back to consultation.')];
    return head.status === 'agreed'
      ? []
      : [
          say(
            `La version ${head.version} du budget attend l’autre partie.`,
            `Version ${head.version} of the budget waits for the other party.`,
          ),
        ];
  },
};
