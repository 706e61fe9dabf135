import type {
  Actor,
  CommandTypeOf,
  EventAttributes,
  EventData,
  EventType,
  OwnedStreamKind,
  Standpoint,
  StreamCommand,
  StreamSettings,
} from '@palabre/contracts';
import type { Decision } from '../decision.js';
import type { DeadlineRow, TaskRow } from '../mechanism.js';
import type { ToldUnder } from '../stream.js';
import type { OwnedState } from './stream-state.js';

/** What a decider of an organisation, a charter or a campaign may know besides the state. */
export interface OwnedMoment {
  readonly now: string;
  readonly actor: Actor;
  readonly standpoint: Standpoint;
  /** What the stream will live by when this command begins it; afterwards the state holds it. */
  readonly settings: StreamSettings | null;
  /** An id for something this command brings into being; the same command gives the same id. */
  readonly newId: (prefix: string) => string;
}

/** Commands that a kind of stream decides by rules of its own; the calendar is moved alike in all. */
export type Decided<K extends OwnedStreamKind> = Exclude<CommandTypeOf<K>, 'AdvanceCalendar'>;

export type OwnedDecider<K extends OwnedStreamKind, S, C extends CommandTypeOf<K>> = (
  state: S,
  command: StreamCommand<K, C>,
  moment: OwnedMoment,
) => Decision;

export type OwnedDeciders<K extends OwnedStreamKind, S, C extends CommandTypeOf<K> = Decided<K>> = {
  readonly [T in C]: OwnedDecider<K, S, T>;
};

export type OwnedEvolvers<S> = { readonly [T in EventType]?: (state: S, data: EventData<T>, attributes: EventAttributes) => S };

/** The tables of one kind of stream. `ownedRules` makes its rules of them. */
export interface OwnedStream<K extends OwnedStreamKind, S extends OwnedState> {
  readonly kind: K;
  readonly empty: (id: string) => S;
  readonly deciders: OwnedDeciders<K, S, CommandTypeOf<K>>;
  readonly evolvers: OwnedEvolvers<S>;
  readonly tasks: readonly TaskRow<S>[];
  readonly deadlines: readonly DeadlineRow<S>[];
  readonly toldUnder: (state: S) => ToldUnder | null;
  /** Commands of which the history tells neither who nor when: they leave no trace of their own, refused or not. */
  readonly anonymous: readonly Decided<K>[];
  /** What an accepted command leaves in the state that no event tells, by command. */
  readonly keepsAside: { readonly [C in Decided<K>]?: (state: S, data: StreamCommand<K, C>['data']) => S };
  readonly shown: (state: S) => unknown;
}
