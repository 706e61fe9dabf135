import { sha256Hex, type AnyCommand, type OwnedStreamKind, type StreamCommand } from '@palabre/contracts';
import { refuse, type Decision } from '../decision.js';
import { fromTheFuture, movedOn, notBackdated } from '../guards/moment.js';
import type { Circumstances } from '../handle.js';
import { advanceCalendar } from './carrying-out.js';
import { isOpening, obstacleTo, standpointOf } from './owned-guards.js';
import type { Decided, OwnedMoment, OwnedStream } from './owned-tables.js';
import type { OwnedState } from './stream-state.js';

type Tables<K extends OwnedStreamKind, S extends OwnedState> = OwnedStream<K, S>;

/** Calendar of a command: of the stream, or, when it begins, the one that it asks for. */
function clockOf(kind: OwnedStreamKind, state: OwnedState, { type, data }: Pick<AnyCommand, 'type' | 'data'>, recordedAt: string): string {
  if (state.head.version > 0 || !isOpening(kind, type)) return state.calendar.kind === 'rehearsal' ? state.calendar.now : recordedAt;
  const asked = data as { readonly calendar?: string; readonly calendarStartsAt?: string | null };
  return asked.calendar === 'rehearsal' ? (asked.calendarStartsAt ?? recordedAt) : recordedAt;
}

/** What the deciders may know of this command's moment. */
export const ownedMoment = (kind: OwnedStreamKind, state: OwnedState, command: AnyCommand, circumstances: Circumstances): OwnedMoment => ({
  now: clockOf(kind, state, command, circumstances.recordedAt),
  actor: command.actor,
  standpoint: standpointOf(state, command.actor),
  settings: state.settings ?? circumstances.settings ?? null,
  newId: prefix => `${prefix}-${sha256Hex(`${kind}/${state.id}/${command.id}/${prefix}`).slice(0, 12)}`,
});

/** Guards first, then the decider of the command. */
export function judgeOwned<K extends OwnedStreamKind, S extends OwnedState>(
  { kind, deciders }: Tables<K, S>,
  state: S,
  command: AnyCommand,
  moment: OwnedMoment,
): Decision {
  const { expectedVersion, at } = command;
  if (expectedVersion !== undefined && expectedVersion !== state.head.version) return refuse(movedOn(state.head.version));
  const obstacle = obstacleTo(kind, state, command);
  if (obstacle !== null) return refuse(obstacle);
  if (at !== undefined && at > moment.now) return refuse(fromTheFuture(moment.now));
  if (at !== undefined && at < moment.now) return refuse(notBackdated());
  if (command.type === 'AdvanceCalendar') return advanceCalendar(state, (command.data as { readonly to: string }).to);
  return deciders[command.type as Decided<K>](state, command as StreamCommand<K, Decided<K>>, moment);
}
