import type { CommandAnswer, EventEnvelope } from '@palabre/contracts';
import type { PartnershipState } from './state.js';
import type { StreamState } from './streams/stream-state.js';

/** The outcome of a command: the next state, the events on the way to it, and the answer for the person. */
export interface Handled<S extends StreamState = PartnershipState> {
  readonly state: S;
  readonly envelopes: readonly EventEnvelope[];
  readonly answer: CommandAnswer;
  /** Set when the calendar has not arrived yet, because more deadlines were due than may fire in one go: hand the same command in again. */
  readonly unfinished?: true;
}
