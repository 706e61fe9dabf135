import { genesisHash, type Phase, type SetDeadline, type Standing, type StreamSettings } from '@palabre/contracts';
import type { TaskState } from '../tasks/task-state.js';

/** What the state of every stream holds, whatever it is about: its place in its history, its time, what it waits for. */
export interface StreamState {
  readonly schema: 1;
  readonly id: string;
  readonly head: { readonly version: number; readonly hash: string };
  readonly standing: Standing;
  /** Where a partnership stands in its procedure; the other streams prepare it and stand before its beginning. */
  readonly phase: Phase;
  readonly calendar: { readonly kind: 'real' | 'rehearsal'; readonly now: string };
  readonly tasks: readonly TaskState[];
  readonly deadlines: readonly SetDeadline[];
}

/** State of a stream that belongs to one organisation, which is also who its tasks wait for. */
export interface OwnedState extends StreamState {
  /** The organisation itself, or the one that the charter or campaign belongs to; empty before the beginning. */
  readonly owner: string;
  readonly settings: StreamSettings | null;
}

/** Instant before every other. */
export const beforeTime = '1970-01-01T00:00:00.000Z';

/** An owned stream before its first event. */
export const emptyStream = (id: string): OwnedState => ({
  schema: 1,
  id,
  head: { version: 0, hash: genesisHash },
  standing: 'open',
  phase: 'readiness',
  calendar: { kind: 'real', now: beforeTime },
  tasks: [],
  deadlines: [],
  owner: '',
  settings: null,
});

/** Key under which the organisation that a stream belongs to appears as a party. */
export const ownParty = 'owner';

/** Settings of a stream that has begun. A stream without is a bug: nothing but the opening comes before them. */
export function settingsOf(state: OwnedState): StreamSettings {
  if (state.settings === null) throw new Error('settingsOf: the stream has not begun');
  return state.settings;
}
