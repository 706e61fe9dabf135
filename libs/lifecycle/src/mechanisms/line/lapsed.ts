import { fact, type Fact, type FreeText } from '@palabre/contracts';
import type { Consequence } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { hasLeft } from '../parties/questions.js';
import { onCase } from './questions.js';
import type { LineCase } from './slice.js';

const because: FreeText = 'La partie concernée est partie (S-06). / The party concerned has left (S-06).';

const notIn: FreeText = 'L’organisation concernée n’entre pas. / The organisation concerned does not come in.';

/** The end of what a case holds, told with whether another one still holds the partnership (MDM-63). */
export const resumption = (state: PartnershipState, open: LineCase, reason: FreeText, over: readonly string[] = [open.case]): Fact =>
  fact('PartnershipResumed', {
    ...onCase(open),
    reason,
    ...(state.lines.suspending.every(id => over.includes(id)) ? {} : { leaves: 'suspended' as const }),
  });

/** A case that nobody can answer any more is over, with what it held up. `over`: the cases that hold nothing afterwards. */
const lapse = (state: PartnershipState, open: LineCase, reason: FreeText, over: readonly string[]): Fact[] => [
  ...(state.money.frozenBy.includes(open.case) ? [fact('FundTransfersReleased', { case: open.case, reason })] : []),
  fact('LineLapsed', onCase(open)),
  ...(state.lines.suspending.includes(open.case) ? [resumption(state, open, reason, over)] : []),
];

/** Who has left can neither answer nor be held to anything here: its cases are over (S-06, C-15). */
export const lapsedCases: Consequence = state => {
  const open = state.lines.cases.find(one => hasLeft(state, one.about));
  return open === undefined ? [] : lapse(state, open, because, [open.case]);
};

/** Who asked to come in and does not is no party of any case either; `but` is told by itself. */
export function casesOfDeclined(state: PartnershipState, applicant: string, but?: LineCase): Fact[] {
  const cases = state.lines.cases.filter(one => one.about === applicant && one.case !== but?.case);
  return cases.flatMap((open, at) =>
    lapse(
      state,
      open,
      notIn,
      [...cases.slice(0, at + 1), ...(but ? [but] : [])].map(one => one.case),
    ),
  );
}
