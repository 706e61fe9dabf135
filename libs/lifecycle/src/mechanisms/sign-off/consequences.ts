import { fact } from '@palabre/contracts';
import { objectionIsEnough } from '../../agreement/poll.js';
import { askGates, blockedBy } from '../../gates/index.js';
import { stepsFrom } from '../../lifecycle.js';
import type { Consequence } from '../../mechanism.js';
import { partyNames } from '../parties/questions.js';
import { gatesOf, stepFact } from '../phase/step.js';
import { headOf } from '../text/questions.js';
import { taken } from './joint-decisions.js';
import { presentVersionRefused, unsignedParties } from './questions.js';
import { outcomeOfDecision } from './who-decides.js';

/** A joint decision that every party still in has answered is taken, or falls (C-15). */
const answeredDecisions: Consequence = state => {
  for (const open of state.signOffs.decisions) {
    const outcome = outcomeOfDecision(state, open, { yes: open.acceptedBy, no: open.declinedBy }, null);
    if (outcome === 'agreed') return [taken(open, [...open.acceptedBy])];
    const against = partyNames(state).find(party => open.declinedBy.includes(party));
    if (outcome === 'refused' && against !== undefined) {
      return [fact('JointDecisionDeclined', { decision: open.decision, kind: open.kind, party: against, reason: objectionIsEnough })];
    }
  }
  return [];
};

/**
 * An agreement that every party still in has signed is signed: the one whose hand was missing has left. Its gates are asked
 * as at a last signature, and hold it back as long as one is shut.
 */
const signedByAll: Consequence = state => {
  const head = headOf(state, 'agreement');
  const [step] = stepsFrom(state.phase, 'SignAgreement');
  if (step === undefined || head?.status !== 'agreed' || state.standing !== 'open') return [];
  if (partyNames(state).length < 2 || unsignedParties(state).length > 0 || presentVersionRefused(state)) return [];
  const verdicts = askGates(state, { now: state.calendar.now, person: null, party: null }, gatesOf(state, step));
  return blockedBy(verdicts) === null ? [stepFact(step, verdicts, { version: head.version, hash: head.hash })] : [];
};

export const signOffConsequences: readonly Consequence[] = [answeredDecisions, signedByAll];
