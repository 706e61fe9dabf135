import { say } from '../decision.js';
import { isProtected, orangeLinesWithoutPlan } from '../mechanisms/line/questions.js';
import { unreadableCase } from '../mechanisms/line/refusals.js';
import type { Gate } from './gate.js';

/** An orange line stops nobody who has agreed with the others what is done about it. */
export const orange: Gate = {
  id: 'ORANGE',
  asks: say('Chaque ligne orange ouverte a son plan de mesures convenu.', 'Each open orange line has its agreed mitigation plan.'),
  requirements: ['MDM-66', 'MDM-67', 'MDM-68', 'MDM-69', 'MDM-70', 'MDM-71', 'MDM-72', 'MDM-73', 'MDM-74'],
  missing: state =>
    orangeLinesWithoutPlan(state).map(open =>
      isProtected(state, open)
        ? say(
            `Une ligne orange attend un plan convenu (${unreadableCase.fr}).`,
            `An orange line waits for an agreed plan (${unreadableCase.en}).`,
          )
        : say(
            `La ligne orange « ${open.line} » au sujet de « ${open.about} » attend un plan convenu (cas ${open.case}).`,
            `Orange line "${open.line}" about "${open.about}" waits for an agreed plan (case ${open.case}).`,
          ),
    ),
};
