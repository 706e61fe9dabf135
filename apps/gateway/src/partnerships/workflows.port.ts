import type {
  Actor,
  Command,
  CommandAnswer,
  OpenAction,
  PartnershipPolicy,
  PartnershipStanding,
  Refusal,
  WhyNotAnswer,
} from '@palabre/contracts';

/** What opens a file: its id, the policy it will live under, and the command. */
export interface Opening {
  readonly partnership: string;
  readonly policy: PartnershipPolicy;
  readonly command: Command;
}

export interface WhyNotQuestion {
  readonly type: string;
  readonly data?: unknown;
  readonly actor: Actor;
}

/**
 * What comes back from a partnership. `not-accepted` is a refusal that leaves no trace (shape, stranger, finished
 * file); `draining` asks for the same Update again shortly (the file goes on in a new run); `unknown` and `ended` say that no such file is running.
 */
export type Reply<T> =
  | { readonly kind: 'answered'; readonly value: T }
  | { readonly kind: 'not-accepted'; readonly refusal: Refusal }
  | { readonly kind: 'draining' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'ended' };

/** away: Temporal could not be reached. no-answer: it was, and the decision did not come back in time. */
export type OutageKind = 'away' | 'no-answer';

/** The engine failed, not the request: worth the same attempt again. `detail` names a status code, never a value. */
export class Outage extends Error {
  constructor(
    readonly kind: OutageKind,
    readonly detail: string,
  ) {
    super(`${kind}: ${detail}`);
    this.name = 'Outage';
  }
}

/** The partnerships' workflows as the gateway sees them. Every method throws Outage, or an Error that is a bug. */
export interface PartnershipWorkflows {
  open(opening: Opening): Promise<Reply<CommandAnswer>>;
  execute(partnership: string, command: Command): Promise<Reply<CommandAnswer>>;
  standing(partnership: string): Promise<Reply<PartnershipStanding>>;
  /** The workflow's whole state, as its rules see it. */
  state(partnership: string): Promise<Reply<unknown>>;
  whyNot(partnership: string, question: WhyNotQuestion): Promise<Reply<WhyNotAnswer>>;
  openActions(partnership: string, actor: Actor): Promise<Reply<readonly OpenAction[]>>;
  /** True when Temporal answers now. Never throws. */
  reachable(): Promise<boolean>;
  close(): Promise<void>;
}

/** Injection token of the port. */
export const partnershipWorkflows = Symbol('PartnershipWorkflows');
