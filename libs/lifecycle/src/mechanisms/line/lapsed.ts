import { fact, type FreeText } from '@palabre/contracts';
import type { Consequence } from '../../mechanism.js';
import { hasLeft } from '../parties/questions.js';
import { onCase } from './questions.js';

const because: FreeText = 'La partie concernée est partie (S-06). / The party concerned has left (S-06).';

/** Who has left can neither answer nor be held to anything here: its cases are over, with what they held up (S-06, C-15). */
export const lapsedCases: Consequence = state => {
  const open = state.lines.cases.find(one => hasLeft(state, one.about));
  if (open === undefined) return [];
  return [
    ...(state.money.frozenBy.includes(open.case) ? [fact('FundTransfersReleased', { case: open.case, reason: because })] : []),
    fact('LineLapsed', onCase(open)),
    ...(state.lines.suspending.includes(open.case) ? [fact('PartnershipResumed', { ...onCase(open), reason: because })] : []),
  ];
};
