import type { TextKind } from '@palabre/contracts';
import type { PartnershipState } from '../../state.js';
import { partyNames, workingLanguages } from '../parties/questions.js';
import type { TextHead } from './slice.js';

export const headOf = (state: PartnershipState, kind: TextKind): TextHead | undefined => state.texts.heads[kind];

export const isAgreed = (state: PartnershipState, kind: TextKind): boolean => headOf(state, kind)?.status === 'agreed';

/** Parties that have not written their expectations and values yet. */
export const withoutExpectations = (state: PartnershipState): readonly string[] =>
  partyNames(state).filter(party => !state.texts.expectationsOf.includes(party));

/**
 * Working languages of the parties into which the present version of a text is not translated. The proposer's own
 * language is the original's.
 */
export function missingTranslations(state: PartnershipState, kind: TextKind): readonly string[] {
  const head = headOf(state, kind);
  if (head === undefined) return [];
  const original = state.parties.members.find(member => member.party === head.proposedBy)?.workingLanguage;
  return workingLanguages(state).filter(language => language !== original && !head.translations.includes(language));
}
