import { say } from '../decision.js';
import { whyAwaited } from '../mechanisms/text/equity-questions.js';
import { headOf, isAgreed } from '../mechanisms/text/questions.js';
import { policyOf } from '../state.js';
import type { Gate } from './gate.js';

export const capacity: Gate = {
  id: 'CAPACITY',
  asks: say(
    'Le plan de capacités doit être convenu, avec le « pourquoi » de qui est renforcé.',
    'The capacity plan must be agreed, with the "why" of who is strengthened.',
  ),
  requirements: ['MDM-19', 'MDM-41', 'ALE-59'],
  missing: state => {
    if (policyOf(state).columns.capacityPlan === 'none') return [];
    const head = headOf(state, 'capacity-plan');
    if (head === undefined) return [say('Aucun plan de capacités n’est proposé.', 'No capacity plan is proposed.')];
    const unexplained = Number(head.marks['unexplained'] ?? 0);
    const lines = whyAwaited(state).map(({ line, by }) => `${line} (${by})`);
    const who = lines.length === 0 ? '' : `: ${lines.join(', ')}`;
    return [
      ...(isAgreed(state, 'capacity-plan') ? [] : [say('Le plan n’est pas convenu.', 'The plan is not agreed.')]),
      ...(unexplained === 0
        ? []
        : [say(`${unexplained} ligne(s) attendent leur « pourquoi »${who}.`, `${unexplained} line(s) wait for their "why"${who}.`)]),
    ];
  },
};
