import { engineActor, phases, type EventEnvelope } from '@palabre/contracts';
import type { HistoryItem } from '../api/reads.js';
import { isReadable } from './read-together.js';

/** What a history amounts to. */
export interface HistorySummary {
  /** Phases entered, in order; a phase that was entered twice is named twice. */
  readonly phases: readonly string[];
  /** Requests of people that were accepted; moving a rehearsal's calendar is none. */
  readonly decisions: number;
  readonly refusals: number;
  readonly events: number;
  readonly version: number;
}

const refusedTypes: readonly string[] = ['CommandRefused', 'SignatureAttemptRefused'];

export const isRefusal = (event: EventEnvelope): boolean => refusedTypes.includes(event.attributes.type);

/** True for what Palabre records by itself: a deadline that passed, or the calendar of a rehearsal. */
const isOfNobody = (events: readonly EventEnvelope[]): boolean =>
  events.every(({ attributes }) => attributes.type === 'CalendarAdvanced' || attributes.actor === engineActor);

const enteredPhase = ({ data }: EventEnvelope): string | null => {
  const { from, to } = (data ?? {}) as { from?: unknown; to?: unknown };
  const known = (name: unknown): name is string => typeof name === 'string' && (phases as readonly string[]).includes(name);
  return known(from) && known(to) ? to : null;
};

/** Events by the command, or the deadline, that brought them about. */
export function byCause(history: readonly EventEnvelope[]): ReadonlyMap<string, readonly EventEnvelope[]> {
  const causes = new Map<string, EventEnvelope[]>();
  for (const event of history) {
    const group = causes.get(event.attributes.cause) ?? [];
    group.push(event);
    causes.set(event.attributes.cause, group);
  }
  return causes;
}

/** Events that are withheld from everybody who plays are counted, and not looked into. */
export function summaryOf(history: readonly HistoryItem[]): HistorySummary {
  const readable = history.filter(isReadable);
  const groups = [...byCause(readable).values()];
  const refusals = groups.filter(group => group.some(isRefusal));
  const decisions = groups.filter(group => !group.some(isRefusal) && !isOfNobody(group));
  return {
    phases: readable.map(enteredPhase).filter(phase => phase !== null),
    decisions: decisions.length,
    refusals: refusals.length,
    events: history.length,
    version: history.at(-1)?.attributes.streamversion ?? 0,
  };
}
