import { sha256Hex, type AnyCommand, type CommandTypeOf, type OwnedStreamKind, type StreamCommand } from '@palabre/contracts';
import { refuse, type Decision } from '../decision.js';
import { fromTheFuture, movedOn, notBackdated } from '../guards/moment.js';
import type { Circumstances } from '../handle.js';
import { clockOf } from './clock.js';
import { obstacleTo, standpointOf } from './owned-guards.js';
import type { OwnedMoment, OwnedStream } from './owned-tables.js';
import type { OwnedState } from './stream-state.js';

type Tables<K extends OwnedStreamKind, S extends OwnedState> = OwnedStream<K, S>;

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
  return deciders[command.type as CommandTypeOf<K>](state, command as StreamCommand<K>, moment);
}
