import { strengthOf } from '../../gates/index.js';
import type { PartnershipState } from '../../state.js';
import { headOf } from '../text/questions.js';

/**
 * Since when the account is asked for (HFA-32): from the end of the actions on where the charter has a rule for it, and in
 * any closing. Null while nothing is to be accounted for.
 */
export function accountingSince(state: PartnershipState): string | null {
  const { phase, phaseSince, steps } = state;
  const begun = strengthOf(state, { gate: 'ACCOUNT' }) === 'off' ? null : (steps.accountingSince ?? null);
  if (phase === 'closing') return begun ?? phaseSince;
  return phase === 'after' ? begun : null;
}

/** The work goes on: its next end is accounted for by a report and declarations of its own (HFA-32). */
export const accountBegunAfresh = (state: PartnershipState): PartnershipState => ({
  ...state,
  signOffs: {
    ...state.signOffs,
    accountRenderedBy: [],
    assembly: [],
    earlierReport: headOf(state, 'final-report')?.version ?? 0,
  },
});
