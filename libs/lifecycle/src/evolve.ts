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

type Writable<S> = { -readonly [K in keyof S]: S[K] };

/**
 * What every event does, whatever it says: it becomes the head, time passes, the deadline that caused it is over. A state
 * that its evolver has just made belongs to nobody else yet and is written into; the one before is never touched. Copying
 * a wide state once more for each event took half of the time of a replay.
 */
export function advance<S extends StreamState>(before: S, applied: S, event: EventEnvelope): S {
  const next: Writable<StreamState> = applied === before ? { ...before } : applied;
  const { streamversion: version, hash, factat } = event.attributes;
  next.head = { version, hash };
  if (factat > next.calendar.now) next.calendar = { ...next.calendar, now: factat };
  const passed = deadlineOf(event.data);
  if (passed !== null) next.deadlines = next.deadlines.filter(deadline => deadline.deadline !== passed);
  return next as S;
}

/** One event applied. Total and pure: an event type that no mechanism knows moves the head and the calendar only. */
export function evolve(state: PartnershipState, event: EventEnvelope): PartnershipState {
  const evolver = isEventType(event.attributes.type) ? evolverOf(event.attributes.type) : undefined;
  return advance(state, evolver === undefined ? state : evolver(state, event.data, event.attributes), event);
}
