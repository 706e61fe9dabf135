import type { Fact, TextKind } from '@palabre/contracts';
import { objectionIsEnough, outcomeByVoices } from '../../agreement/poll.js';
import type { Consequence } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { partyNames } from '../parties/questions.js';
import { textNames } from './kinds.js';
import { ruleOn, waitingTexts } from './questions.js';
import type { TextHead } from './slice.js';
import { incomplete } from './text-asks.js';

const named = (type: Fact['type'], data: unknown): Fact => ({ type, data }) as unknown as Fact;

function settled(state: PartnershipState, kind: TextKind, head: TextHead): readonly Fact[] {
  const acceptedBy = partyNames(state).filter(party => head.acceptedBy.includes(party));
  const against = partyNames(state).find(party => head.contestedBy.includes(party));
  const binding = { kind, version: head.version, hash: head.hash };
  const outcome = outcomeByVoices(state, { yes: acceptedBy, no: head.contestedBy, by: ruleOn(state, kind) });
  if (outcome === 'agreed' && incomplete(state, kind) !== null) return [];
  if (outcome === 'agreed') return [named(textNames[kind].agreed, { ...binding, acceptedBy })];
  return outcome === 'refused' && against !== undefined
    ? [named(textNames[kind].contested, { ...binding, party: against, reasons: objectionIsEnough, about: [], leaves: 'contested' })]
    : [];
}

/** A proposed text that every party still in has answered is agreed, or goes back: nobody is left to be asked (C-15). */
export const answeredTexts: Consequence = state =>
  waitingTexts(state)
    .map(([kind, head]) => settled(state, kind, head))
    .find(facts => facts.length > 0) ?? [];
