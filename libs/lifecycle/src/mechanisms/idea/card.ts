import { ideaCardSoFar, partnershipGoal, type IdeaCard, type Refusal } from '@palabre/contracts';
import { figureOf } from '../../practices.js';
import type { PartnershipState } from '../../state.js';
import { isPartAsked } from './questions.js';
import { horizonTooShort } from './refusals.js';

export const ideaFields = Object.keys(ideaCardSoFar) as (keyof IdeaCard)[];

/** Fields of the idea that somebody told. The preset goal alone is no goal that somebody chose. */
export const toldIn = (data: IdeaCard): readonly (keyof IdeaCard)[] =>
  ideaFields.filter(field => (field === 'goals' ? (data.goals ?? []).some(goal => goal !== partnershipGoal) : data[field] !== undefined));

/** Goal 17 is every partnership's (HFA-06). */
export const withPresetGoal = (goals: readonly number[] = []): number[] =>
  [...new Set([...goals, partnershipGoal])].sort((one, other) => one - other);

/** What is wrong with what was told of the idea, or null. */
export function wrongCard(state: PartnershipState, { horizonYears }: IdeaCard): Refusal | null {
  const months = figureOf(state, 'strategic_horizon_min_months');
  if (horizonYears === undefined || months === null || !isPartAsked(state, 'horizon')) return null;
  return horizonYears * 12 < months ? horizonTooShort(horizonYears, months) : null;
}
