import type { Actor, AnyCommand, CommandAnswer, OpenAction, PartnershipStanding, StreamKind, WhyNotAnswer } from '@palabre/contracts';
import type { Reply, WhyNotQuestion } from '../partnerships/workflows.port.js';

/** One stream: which kind, and its id without the kind. */
export interface StreamRef {
  readonly kind: StreamKind;
  readonly id: string;
}

/** The workflows of all streams as the gateway sees them. Every method throws Outage, or an Error that is a bug. */
export interface StreamWorkflows {
  /** Starts the stream with the command that opens it; `input` is its workflow's public schema. */
  open(stream: StreamRef, input: unknown, command: AnyCommand): Promise<Reply<CommandAnswer>>;
  execute(stream: StreamRef, command: AnyCommand): Promise<Reply<CommandAnswer>>;
  standing(stream: StreamRef): Promise<Reply<PartnershipStanding>>;
  /** The workflow's state as far as its events tell it. */
  state(stream: StreamRef): Promise<Reply<unknown>>;
  whyNot(stream: StreamRef, question: WhyNotQuestion): Promise<Reply<WhyNotAnswer>>;
  openActions(stream: StreamRef, actor: Actor): Promise<Reply<readonly OpenAction[]>>;
  /** True when Temporal answers now. Never throws. */
  reachable(): Promise<boolean>;
  close(): Promise<void>;
}

/** Injection token of the port. */
export const streamWorkflows = Symbol('StreamWorkflows');
