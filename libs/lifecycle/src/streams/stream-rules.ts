import type {
  Actor,
  AnyCommand,
  EventEnvelope,
  OpenAction,
  PartnershipStanding,
  Refusal,
  StreamKind,
  WhyNotAnswer,
} from '@palabre/contracts';
import type { Circumstances } from '../handle.js';
import type { Handled } from '../handled.js';
import type { Progress } from '../stream.js';
import type { StreamState } from './stream-state.js';

/** What somebody asks about a command of a stream before trying it. */
export interface StreamAsk {
  readonly type: string;
  readonly data?: unknown;
  readonly actor: Actor;
  /** The moment of the question; the stream's own calendar when left out. */
  readonly at?: string;
}

/** The rules of one kind of stream, as its workflow and its replay need them. All of it is pure. */
export interface StreamRules<S extends StreamState = StreamState> {
  readonly kind: StreamKind;
  /** The stream before its first event. */
  readonly empty: (id: string) => S;
  /** What is asked before a command is considered: shape, begun, not ended. Nothing of it is recorded. */
  readonly screen: (state: S, command: unknown) => Refusal | null;
  /** A command, whole. Assumes that `screen` let it through. */
  readonly handle: (state: S, command: AnyCommand, circumstances: Circumstances) => Handled<S>;
  /** Fires what is due by the workflow's time; a rehearsal moves by AdvanceCalendar instead. */
  readonly passTime: (state: S, circumstances: Circumstances) => Progress<S>;
  readonly evolve: (state: S, event: EventEnvelope) => S;
  readonly hasEnded: (state: S) => boolean;
  readonly standing: (state: S, announcedVersion: number) => PartnershipStanding;
  readonly whyNot: (state: S, ask: StreamAsk) => WhyNotAnswer;
  readonly openActions: (state: S, actor: Actor) => readonly OpenAction[];
  /** The state without what no event tells: what `verify` compares, and all that a reader may see. */
  readonly shown: (state: S) => unknown;
  /** False for a command of which nobody may remember who sent it; then a repeated one is judged anew. */
  readonly remembers: (command: AnyCommand) => boolean;
}
