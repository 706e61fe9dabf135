import type { EventData, FormAnswers } from '@palabre/contracts';
import { policyOf, type PartnershipState } from '../../state.js';
import type { ClosingSums } from './slice.js';

type Measure = keyof ClosingSums;

/** Adds the scores of one party's closing answers, each to the measure that its question names (AGI-10). */
export function addScores(state: PartnershipState, answers: FormAnswers): ClosingSums {
  return policyOf(state).forms.closing.reduce((sums, { id, measures }) => {
    const score = answers[id];
    if ((measures !== 'network' && measures !== 'results') || typeof score !== 'number') return sums;
    return { ...sums, [measures]: { sum: sums[measures].sum + score, count: sums[measures].count + 1 } };
  }, state.forms.closingSums);
}

/** Mean in hundredths, or null when nobody was asked. */
const meanOf = (state: PartnershipState, measure: Measure): number | null => {
  const { sum, count } = state.forms.closingSums[measure];
  return count === 0 ? null : Math.round((sum * 100) / count);
};

/** The two figures of a closure; none where the charter's closing form asks for neither. */
export function closingScores(state: PartnershipState): Pick<EventData<'PartnershipClosed'>, 'scores'> {
  const network = meanOf(state, 'network');
  const results = meanOf(state, 'results');
  return network === null && results === null ? {} : { scores: { network, results } };
}
