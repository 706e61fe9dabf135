import type {
  Actor,
  Command,
  CommandData,
  CommandType,
  EventAttributes,
  EventData,
  EventType,
  Fact,
  Localized,
  Refusal,
  Role,
  SetDeadline,
  TextKind,
} from '@palabre/contracts';
import type { Decision } from './decision.js';
import type { PartyState } from './mechanisms/parties/slice.js';
import type { PartnershipState } from './state.js';
import type { StreamState } from './streams/stream-state.js';
import type { TaskAsk } from './tasks/task-state.js';

/** What a decider may know besides the state: the moment, who speaks for whom, and ids derived from the command. */
export interface Moment {
  /** The partnership's calendar: the only clock that rules know. */
  readonly now: string;
  /** When the fact happened: the command's `at`, or now. */
  readonly factAt: string;
  readonly actor: Actor;
  /** The party the actor speaks for. */
  readonly party: PartyState;
  /** An id for something this command brings into being; the same command gives the same id. */
  readonly newId: (prefix: string) => string;
  /** True for a kind of the task table: no mechanism knows the table, to which each of them brings its rows. */
  readonly isTask: (kind: string) => boolean;
}

export type Decider<C extends CommandType> = (state: PartnershipState, command: Command<C>, moment: Moment) => Decision;

export type Deciders = { readonly [C in CommandType]?: Decider<C> };

export type Evolver<T extends EventType> = (state: PartnershipState, data: EventData<T>, attributes: EventAttributes) => PartnershipState;

export type Evolvers = { readonly [T in EventType]?: Evolver<T> };

/** Names of commands: those of a partnership, or of whichever stream the state belongs to. */
type Asked<S extends StreamState> = S extends PartnershipState ? CommandType : string;

/** A row of either table that may go on asking in a stream that has ended. */
export interface SpeaksAfterTheEnd {
  /** It asks on after the end (HFA-38); every other row falls silent there. */
  readonly afterTheEnd?: true;
}

/**
 * One row of the task table: who is asked for what, as long as `asks` finds it missing. The task is done when one of
 * `doneBy` happened; when it is no longer asked for another reason, it is withdrawn.
 */
export interface TaskRow<S extends StreamState = PartnershipState> extends SpeaksAfterTheEnd {
  readonly kind: string;
  readonly title: Localized;
  readonly roles: readonly Role[];
  readonly doneBy: readonly EventType[];
  /** The kind of text that the task is about, where it is always the same. */
  readonly text?: TextKind;
  readonly verdicts: { readonly grant: Asked<S> | null; readonly refuse: Asked<S> | null; readonly contest: Asked<S> | null };
  readonly requirements: readonly string[];
  readonly asks: (state: S) => readonly TaskAsk[];
}

/** A moment to come, before it has an id. `key` tells two deadlines of one rule apart. */
export interface DeadlineAsk {
  readonly key: string;
  readonly dueAt: string;
  readonly party: string | null;
  readonly about: string | null;
}

/** One row of the deadline table: a wait with its named outcome (design, write path 10). */
export interface DeadlineRow<S extends StreamState = PartnershipState> extends SpeaksAfterTheEnd {
  readonly rule: string;
  readonly outcome: EventType;
  readonly says: Localized;
  readonly requirements: readonly string[];
  readonly asks: (state: S) => readonly DeadlineAsk[];
  /** Facts to record when it has passed. They must make `asks` stop asking for it. */
  readonly fire: (state: S, deadline: SetDeadline) => readonly { type: EventType; data: unknown }[];
}

/**
 * What follows from the state by itself, because nobody is left who would have to speak: the facts of one matter, or none.
 * They must make it stop following.
 */
export type Consequence = (state: PartnershipState) => readonly Fact[];

/** A mechanism: how it decides, how it evolves, which tasks and deadlines it puts up, what follows by itself. */
export interface Mechanism {
  readonly deciders: Deciders;
  readonly evolvers: Evolvers;
  readonly tasks: readonly TaskRow[];
  readonly deadlines: readonly DeadlineRow[];
  readonly consequences?: readonly Consequence[];
  /** What an accepted command of a party leaves in the state that no event tells, by command. */
  readonly keepsAside?: {
    readonly [C in CommandType]?: (state: PartnershipState, data: CommandData<C>, party: string) => PartnershipState;
  };
}

/** One named rule that may stand in the way of a command: the reason, or null. */
export type Guard = (
  state: PartnershipState,
  ask: { readonly type: CommandType; readonly data?: unknown; readonly actor: Actor; readonly now?: string },
) => Refusal | null;
