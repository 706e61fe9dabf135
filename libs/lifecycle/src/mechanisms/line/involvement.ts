import type { PartnershipState } from '../../state.js';
import { askOf, type TaskAsk } from '../../tasks/task-state.js';
import { partiesOverdueInARow } from '../commitment/questions.js';
import { missedInARow } from '../meeting/questions.js';
import { otherParties, partyNames } from '../parties/questions.js';
import { chartersLine, openCaseOn } from './questions.js';

/** The orange line that MDM-70 names; a charter without it asks for nothing here. */
const lowInvolvement = 'low_involvement';

/** How often in a row something has to fail before the line is thought of: our default (MDM-70). */
const inARow = 2;

/** Parties that leave what they were asked unanswered: two tasks of theirs past their date, or more. */
const leavingUnanswered = (state: PartnershipState): readonly string[] =>
  partyNames(state).filter(party => state.tasks.filter(task => task.party === party && task.overdue).length >= inARow);

/** Parties that give reason to think of the line. A missed meeting was missed by all: each is thought of by the others. */
function thoughtOf(state: PartnershipState): readonly string[] {
  const missed = missedInARow(state) >= inARow ? partyNames(state) : [];
  return [...new Set([...missed, ...partiesOverdueInARow(state).map(run => run.party), ...leavingUnanswered(state)])];
}

/**
 * Proposes the line to the other parties' officers, who weigh it. Nobody is accused by a count: no case is opened, and
 * the proposal goes away when people have talked or caught up.
 */
export const involvementAsks = (state: PartnershipState): readonly TaskAsk[] =>
  chartersLine(state, lowInvolvement) === undefined || state.steps.signedAt === null
    ? []
    : thoughtOf(state)
        .filter(about => openCaseOn(state, lowInvolvement, about) === undefined)
        .flatMap(about => otherParties(state, about).map(party => askOf(party, { key: about, about })));
