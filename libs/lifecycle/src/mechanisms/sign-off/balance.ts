import { after, startOfDay } from '../../calendar/span.js';
import { figureOf } from '../../practices.js';
import type { PartnershipState } from '../../state.js';
import type { ProposedMonth } from './slice.js';

/* Who proposes: the share of each party in the decisions put to all (MDM-23). */

/** The longest window that a charter may look back on is three years; older months are forgotten. */
const monthsKept = 37;

/** The count of proposals by month, with one more of a party. */
export function withProposal(months: readonly ProposedMonth[], party: string, at: string): readonly ProposedMonth[] {
  const month = at.slice(0, 7);
  const known = months.find(one => one.month === month)?.by ?? {};
  return [...months.filter(one => one.month !== month), { month, by: { ...known, [party]: (known[party] ?? 0) + 1 } }].slice(-monthsKept);
}

/**
 * True when, over the months that the charter looks back on, one party proposed a larger share of the decisions than the charter
 * bears. Fewer decisions than it counts on tell nothing.
 */
export function proposedByOneSide(state: PartnershipState): boolean {
  const [percent, months, atLeast] = [
    figureOf(state, 'balance_topic_above_percent'),
    figureOf(state, 'balance_window_months'),
    figureOf(state, 'balance_topic_min_decisions'),
  ];
  if (percent === null || months === null || atLeast === null) return false;
  const counts: Record<string, number> = {};
  for (const { month, by } of state.signOffs.proposed ?? []) {
    if (after(startOfDay(`${month}-01`), { months: months + 1 }) <= state.calendar.now) continue;
    for (const [party, count] of Object.entries(by)) counts[party] = (counts[party] ?? 0) + count;
  }
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return all >= atLeast && Object.values(counts).some(count => count * 100 > percent * all);
}
