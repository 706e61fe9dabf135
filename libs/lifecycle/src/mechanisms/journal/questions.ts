import type { PartnershipState } from '../../state.js';
import type { JournalKind } from './kinds.js';
import type { ContextChange, NamedStrength } from './slice.js';

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

/** How much learning from a party is noted: none is a direction that is missing (MDM-84). */
export const learnedFrom = (state: PartnershipState, party: string): number => state.journal.learnedFrom[party] ?? 0;

/** The journal without a decision of one party that was overruled (AGI-22); unchanged when there is none. */
export const withoutDecision = (state: PartnershipState, decision: string | undefined): PartnershipState =>
  decision === undefined
    ? state
    : { ...state, journal: { ...state.journal, decisions: (state.journal.decisions ?? []).filter(one => one.decision !== decision) } };
