import { say } from '../decision.js';
import { strengthOf } from '../gates/index.js';
import { notesOf } from '../mechanisms/journal/questions.js';
import { saidAt } from '../mechanisms/journal/said.js';
import { agreedToPlanAtADistance, plannedInPerson } from '../mechanisms/meeting/questions.js';
import { partyNames } from '../mechanisms/parties/questions.js';
import type { Ask } from './ask.js';

/* What lets everybody take part: one table at the start, and nothing that keeps people away from it. */

/**
 * The gate alone warns. Where the charter asks, the work begins after a planning in person, or once all parties agreed why there
 * is none: one side's reason is not enough (AGI-25).
 */
export const planningInPerson: Ask = {
  id: 'planning-in-person',
  title: say(
    'Planifier en présence, ou convenir ensemble de la raison de ne pas le faire',
    'Plan in person, or agree together on the reason for not doing so',
  ),
  requirements: ['AGI-25'],
  doneBy: ['PlanningMeetingHeld', 'JointDecisionTaken'],
  lacks: state =>
    plannedInPerson(state) === true || agreedToPlanAtADistance(state) || strengthOf(state, { gate: 'PRESENCE' }) === 'off'
      ? []
      : partyNames(state).map(party => ({
          party,
          what: say(
            'La planification de départ n’a pas eu lieu en présence, et les parties n’ont pas convenu d’une raison (ProposeDecision, sorte « plan-at-a-distance »).',
            'The planning at the start was not done in person, and the parties agreed no reason (ProposeDecision, kind "plan-at-a-distance").',
          ),
        })),
};

/**
 * One barrier named opens the register; until then every party is asked, because each sees others. A party that knows of none says
 * so, and may name one on any later day (AGI-35).
 */
export const participationBarriers: Ask = {
  id: 'participation-barriers',
  title: say(
    'Nommer ce qui empêche des personnes de prendre part et la mesure prévue, ou dire que vous ne connaissez pas de barrière',
    'Name what keeps people from taking part and the measure planned, or say that you know of no barrier',
  ),
  requirements: ['AGI-35'],
  doneBy: ['ParticipationBarrierNamed', 'NoParticipationBarrierKnown'],
  lacks: state =>
    notesOf(state, 'ParticipationBarrierNamed') > 0
      ? []
      : partyNames(state)
          .filter(party => saidAt(state, 'NoParticipationBarrierKnown', party) === null)
          .map(party => ({
            party,
            what: say('Le registre des barrières à la participation est vide.', 'The register of barriers to participation is empty.'),
          })),
};
