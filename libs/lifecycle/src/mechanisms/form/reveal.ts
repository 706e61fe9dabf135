import { fact, type Fact, type FormAnswers } from '@palabre/contracts';
import type { Consequence } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { partyNames } from '../parties/questions.js';
import { openRound, twoSided, type TwoSidedKind } from './questions.js';
import type { SealedAnswers } from './slice.js';

const revealedAs = { 'due-diligence': 'DueDiligenceAnswersRevealed', 'annual-review': 'JointReflectionHeld' } as const;

/** One party's answers as they are revealed. */
export interface Given {
  readonly party: string;
  readonly answers: FormAnswers;
  readonly unchanged: readonly string[];
  readonly salt: string;
}

export const isOpened = (one: SealedAnswers): one is SealedAnswers & Given =>
  one.answers !== null && one.unchanged !== null && one.salt !== null;

/** Answers that wait, of the parties that are in: what a party that left had sealed stays sealed. */
export const givenSoFar = (state: PartnershipState, kind: TwoSidedKind): readonly Given[] =>
  twoSided(state, kind)
    .sealed.filter(isOpened)
    .filter(one => partyNames(state).includes(one.party))
    .map(({ party, answers, unchanged, salt }) => ({ party, answers, unchanged, salt }));

/** The event that opens everybody's seal at once, when every party has answered; nothing before. */
export function revealed(state: PartnershipState, kind: TwoSidedKind, round: number, given: readonly Given[]): readonly Fact[] {
  const everybody = partyNames(state).every(party => given.some(one => one.party === party));
  return everybody ? [fact(revealedAs[kind], { round, answers: given.map(one => ({ ...one, unchanged: [...one.unchanged] })) })] : [];
}

/** A round that every party still in has answered is revealed: the one it waited for has left (C-15). */
export const answeredRounds: readonly Consequence[] = (['due-diligence', 'annual-review'] as const).map(kind => state => {
  const round = openRound(state, kind);
  return round === null || partyNames(state).length < 2 ? [] : revealed(state, kind, round, givenSoFar(state, kind));
});
