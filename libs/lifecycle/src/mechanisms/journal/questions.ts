import type { Phase } from '@palabre/contracts';
import { after } from '../../calendar/span.js';
import { figureOf } from '../../practices.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { reportAccepted } from '../sign-off/questions.js';
import { headOf } from '../text/questions.js';
import { saidAt } from './said.js';
import type { JournalKind } from './kinds.js';
import type { ContextChange, NamedStrength } from './slice.js';

const workPhases: readonly Phase[] = ['setting-up', 'implementation', 'annual-review'];

/** How many notes of a kind there are. */
export const notesOf = (state: PartnershipState, kind: JournalKind): number => state.journal.counts[kind] ?? 0;

/** True when a list of the map has an entry, or was declared empty (PMP-12). */
export const isListed = (
  state: PartnershipState,
  category: 'actor' | 'existing-partnership' | 'people-affected' | 'community-leader',
): boolean => (state.journal.categories[category] ?? 0) > 0 || state.journal.declaredEmpty.includes(category);

export const missingVoiceAcknowledged = (state: PartnershipState): boolean => notesOf(state, 'MissingVoiceAcknowledged') > 0;

/** Changes of context that the other side has not answered yet (AGI-29). */
export const unansweredContextChanges = (state: PartnershipState): readonly ContextChange[] => state.journal.contextChanges;

/** Strengths that no activity uses yet (AGI-18). */
export const unusedStrengths = (state: PartnershipState): readonly NamedStrength[] => state.journal.strengths.filter(one => !one.used);

/** True when the charter asks that the reports be sent, and the present version, approved, has not been (HFA-35). */
export const reportsToSend = (state: PartnershipState): boolean =>
  policyOf(state).switches.reportsTransmitted === 'required' &&
  reportAccepted(state) &&
  state.journal.transmitted?.hash !== headOf(state, 'final-report')?.hash;

/**
 * True while the officer has followed no course since it was designated, nor in the months before that the charter counts on (MDM-80).
 * Asked while people set up and work; a charter whose figure is 0 asks for none.
 */
export function trainingOwed(state: PartnershipState): boolean {
  const { officer } = state.parties;
  const months = figureOf(state, 'specific_training_every_months');
  if (officer?.since === undefined || months === null || months === 0 || !workPhases.includes(state.phase)) return false;
  const last = saidAt(state, 'TrainingFollowed', officer.party);
  return last === null || after(last, { months }) <= officer.since;
}

/** How much learning from a party is noted: none is a direction that is missing (MDM-84). */
export const learnedFrom = (state: PartnershipState, party: string): number => state.journal.learnedFrom[party] ?? 0;

/** The journal without a decision of one party that was overruled (AGI-22); unchanged when there is none. */
export const withoutDecision = (state: PartnershipState, decision: string | undefined): PartnershipState =>
  decision === undefined
    ? state
    : { ...state, journal: { ...state.journal, decisions: (state.journal.decisions ?? []).filter(one => one.decision !== decision) } };

/** The journal once what was told of the context has its answer (AGI-29). */
export const contextAnswered = (state: PartnershipState): PartnershipState =>
  state.journal.contextChanges.length === 0 ? state : { ...state, journal: { ...state.journal, contextChanges: [] } };
