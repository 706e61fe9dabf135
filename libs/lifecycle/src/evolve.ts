import { isEventType, type EventAttributes, type EventEnvelope } from '@palabre/contracts';
import { mechanisms } from './mechanisms/index.js';
import type { PartnershipState } from './state.js';
import type { StreamState } from './streams/stream-state.js';

type AnyEvolver = (state: PartnershipState, data: unknown, attributes: EventAttributes) => PartnershipState;

/** Every event type with the mechanism function that applies it; filled at first use, once all modules have loaded. */
const evolvers = new Map<string, AnyEvolver>();

/** The mechanism function that applies an event; `undefined` for one that no rule asks about. */
export function evolverOf(type: string): AnyEvolver | undefined {
  if (evolvers.size === 0) {
    for (const mechanism of mechanisms) {
      for (const [name, evolver] of Object.entries(mechanism.evolvers)) evolvers.set(name, evolver as AnyEvolver);
    }
  }
  return evolvers.get(type);
}

const deadlineOf = (data: unknown): string | null => {
  const named = (data as { deadline?: unknown } | null)?.deadline;
  return typeof named === 'string' ? named : null;
};

/** What every event does, whatever it says: it becomes the head, time passes, the deadline that caused it is over. */
export function advance<S extends StreamState>(state: S, event: EventEnvelope): S {
  const passed = deadlineOf(event.data);
  return {
    ...state,
    head: { version: event.attributes.streamversion, hash: event.attributes.hash },
    calendar: event.attributes.factat > state.calendar.now ? { ...state.calendar, now: event.attributes.factat } : state.calendar,
    deadlines: passed === null ? state.deadlines : state.deadlines.filter(deadline => deadline.deadline !== passed),
  };
}

/** One event applied. Total and pure: an event type that no mechanism knows moves the head and the calendar only. */
export function evolve(state: PartnershipState, event: EventEnvelope): PartnershipState {
  const evolver = isEventType(event.attributes.type) ? evolverOf(event.attributes.type) : undefined;
  const applied = evolver === undefined ? state : evolver(state, event.data, event.attributes);
  return advance(applied, event);
}
