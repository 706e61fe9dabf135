import { fact, type FrameKind } from '@palabre/contracts';
import { objectionIsEnough } from '../../agreement/poll.js';
import type { Knock } from '../../gates/gate.js';
import { isInItsPhase } from '../../guards/phase-window.js';
import type { Consequence } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { takenFact } from './decide.js';
import { endedWith, rowOf } from './effects.js';
import { outcomeByVoices, pollOn } from './questions.js';
import type { OpenProposal } from './slice.js';

/** Gates asked by nobody in particular, at a moment. */
export const nobodyAt = (now: string): Knock => ({ now, person: null, party: null });

/** What a suspension does not stop: it is part of ending it. */
export const settledWhileSuspended: readonly FrameKind[] = ['exclusion'];

/** True where nothing but voices is missing for a proposal to be taken. */
export const mayBeSettled = (state: PartnershipState, open: OpenProposal): boolean =>
  (state.standing === 'open' || settledWhileSuspended.includes(open.kind)) &&
  pollOn(state, open).parties.length > 1 &&
  isInItsPhase(state, open) &&
  rowOf(open).obstacle(state, open, nobodyAt(state.calendar.now)) === null;

/** A proposal that every party still in has answered is taken, or falls (C-15). */
export const answeredProposals: Consequence = state => {
  for (const open of state.frame.proposals) {
    const outcome = outcomeByVoices(state, open);
    if (outcome === 'agreed' && mayBeSettled(state, open)) return [takenFact(state, open, open.verdicts, nobodyAt(state.calendar.now))];
    const against = open.verdicts.find(({ party, says }) => says === 'no' && pollOn(state, open).parties.includes(party));
    if (outcome === 'refused' && against !== undefined) {
      const declined = { proposal: open.proposal, kind: open.kind, party: against.party };
      return [...endedWith(state, open), fact('FrameChangeDeclined', { ...declined, reason: objectionIsEnough, closes: true })];
    }
  }
  return [];
};
