import { say } from '../decision.js';
import { confirmedRedLines, isProtected } from '../mechanisms/line/questions.js';
import { unreadableCase } from '../mechanisms/line/refusals.js';
import type { Gate } from './gate.js';

/** A confirmed breach closes the door until the deciding body says that it is over. An allegation alone does not. */
export const red: Gate = {
  id: 'RED',
  asks: say('Aucune ligne rouge n’est confirmée.', 'No red line is confirmed.'),
  requirements: ['MDM-62', 'MDM-63', 'MDM-64', 'MDM-65'],
  missing: state =>
    confirmedRedLines(state).map(open =>
      isProtected(state, open)
        ? say(`Une ligne rouge est confirmée (${unreadableCase.fr}).`, `A red line is confirmed (${unreadableCase.en}).`)
        : say(
            `La ligne rouge « ${open.line} » est confirmée au sujet de « ${open.about} » (cas ${open.case}).`,
            `Red line "${open.line}" is confirmed about "${open.about}" (case ${open.case}).`,
          ),
    ),
};
