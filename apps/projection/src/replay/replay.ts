import type { EventEnvelope } from '@palabre/contracts';
import { evolve, initialState, type PartnershipState } from '@palabre/lifecycle';
import type { LedgerEvent } from '../ledger/ledger-event.js';

const envelope = ({ attributes, data }: LedgerEvent): EventEnvelope => ({ attributes, data });

/** State of a partnership after these events, by the very rules that took the decisions. */
export const foldState = (partnership: string, events: readonly LedgerEvent[]): PartnershipState =>
  events.reduce((state, event) => evolve(state, envelope(event)), initialState(partnership));

/**
 * Events up to an instant of the partnership's own calendar. A fact told later about an earlier day was not known then:
 * the history is cut at the first event that lies beyond the instant, never rearranged.
 */
export function eventsUntil(events: readonly LedgerEvent[], instant: string): readonly LedgerEvent[] {
  const beyond = events.findIndex(event => event.attributes.factat > instant);
  return beyond === -1 ? events : events.slice(0, beyond);
}
