import { isOpening, type AnyCommand, type StreamKind } from '@palabre/contracts';
import type { StreamState } from './stream-state.js';

type Asked = Pick<AnyCommand, 'type' | 'data'>;

/** The moment at which a command is judged: by the calendar of its stream or, when it begins one, by the calendar it asks for. */
export function clockOf(kind: StreamKind, state: StreamState, { type, data }: Asked, recordedAt: string): string {
  if (state.head.version > 0 || !isOpening(kind, type)) return state.calendar.kind === 'rehearsal' ? state.calendar.now : recordedAt;
  const asked = data as { readonly calendar?: string; readonly calendarStartsAt?: string | null };
  return asked.calendar === 'rehearsal' ? (asked.calendarStartsAt ?? recordedAt) : recordedAt;
}
