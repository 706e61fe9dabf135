import type { CalendarSpan, GateId, TextKind } from '@palabre/contracts';
import { hasCome } from '../../calendar/reminder.js';
import { after } from '../../calendar/span.js';
import { stillShut } from '../../gates/still-shut.js';
import { policyOf, type PartnershipState } from '../../state.js';

/* When the frame asks for something: days counted from what the parties agreed. */

const months = (count: number): CalendarSpan => ({ months: count });

/** Where the first phase is to be looked at (PMP-60): a warning first, then the decision. Null where a type has none. */
export function establishmentMoments(state: PartnershipState): { readonly warnAt: string; readonly decideAt: string } | null {
  const asked = policyOf(state).columns.firstPhaseMonths;
  const { startedAt } = state.steps;
  const { establishment } = state.frame;
  if (asked === null || startedAt === null || establishment?.outcome === 'institutionalise') return null;
  const warnAt = after(startedAt, months(asked.warn));
  return { warnAt, decideAt: establishment?.until ?? after(startedAt, months(asked.decide)) };
}

/** True from the day on which the parties are asked what follows the first phase, until they have decided. */
export function establishmentIsAsked(state: PartnershipState): boolean {
  const moments = establishmentMoments(state);
  return moments !== null && hasCome(moments.decideAt, state.calendar.now);
}

/** True from the decision to institutionalise until one of these texts has been agreed afresh (PMP-61). */
export function trackIsOpen(state: PartnershipState, texts: readonly TextKind[]): boolean {
  const { lastingSince, lastingTexts = [] } = state.frame;
  return lastingSince !== undefined && !texts.some(kind => lastingTexts.includes(kind));
}

/** When the membership is to be renewed next (MDM-58); null without a membership. */
export function membershipDueAt(state: PartnershipState): string | null {
  const { membership } = state.frame;
  if (membership === null || policyOf(state).columns.renewal === 'none') return null;
  let due = membership.since;
  for (let year = 0; year <= membership.renewals; year += 1) due = after(due, policyOf(state).timers.membership_renewal_every);
  return due;
}

/** Gates that an emergency passed over and that are still shut (S-19). */
export const stillOwed = (state: PartnershipState): readonly GateId[] => stillShut(state, state.frame.emergency?.owed ?? []);
