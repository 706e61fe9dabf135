import type { OpenAction, PartnershipStanding, Refusal, WhyNotAnswer } from '@palabre/contracts';
import type { FieldMistake } from './problem.js';
import type {
  DeadlineRow,
  FileView,
  Freshness,
  HistoryItem,
  InboxRow,
  MomentView,
  ParkedStream,
  PortfolioRow,
  Rebuild,
  Retried,
  TimelineRow,
  Verification,
} from './reads.js';

/** A command on its way; the account that asks is beside it. */
export interface Request {
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly at?: string;
  readonly expectedVersion?: number;
}

export interface Accepted {
  readonly outcome: 'accepted';
  readonly version: number;
  readonly events: readonly { readonly type: string; readonly version: number }[];
  readonly warnings: readonly Refusal[];
}

/** `version` null: the refusal left no trace in the history. */
export interface Refused {
  readonly outcome: 'refused';
  readonly version: number | null;
  readonly refusal: Refusal;
  readonly fields: readonly FieldMistake[];
  /** HTTP status with which it came; decides the exit code. */
  readonly status: number;
}

export type Answer = Accepted | Refused;

export interface Opened {
  readonly id: string;
  readonly answer: Accepted;
}

/** Palabre over its public API, each request with the rights of one account. Every method throws Failure. */
export interface PalabreApi {
  open(as: string, request: Request): Promise<Opened | Refused>;
  command(as: string, partnership: string, request: Request): Promise<Answer>;
  standing(as: string, partnership: string): Promise<PartnershipStanding>;
  /** The workflow's own state. */
  state(as: string, partnership: string): Promise<unknown>;
  openActions(as: string, partnership: string): Promise<readonly OpenAction[]>;
  whyNot(as: string, partnership: string, ask: { readonly type: string; readonly data?: unknown }): Promise<WhyNotAnswer>;
  portfolio(as: string, filter: Readonly<Record<string, string>>): Promise<readonly PortfolioRow[]>;
  file(as: string, partnership: string, freshness?: Freshness): Promise<FileView>;
  stateAt(as: string, partnership: string, moment: { readonly version: string } | { readonly date: string }): Promise<MomentView>;
  inbox(as: string, filter: Readonly<Record<string, string>>): Promise<readonly InboxRow[]>;
  /** Lines of the timeline after a version, oldest first. */
  timeline(as: string, partnership: string, filter: { readonly refused: boolean; readonly after: number }): Promise<readonly TimelineRow[]>;
  deadlines(as: string, partnership: string): Promise<readonly DeadlineRow[]>;
  /** Events of the ledger from a version on, oldest first. */
  history(as: string, partnership: string, from: number, freshness?: Freshness): Promise<readonly HistoryItem[]>;
  /** Versions that a partnership moves to, as it moves; begins with the present one. */
  follow(as: string, partnership: string, signal: AbortSignal): AsyncIterable<number>;
  verification(as: string, partnership: string, freshness?: Freshness): Promise<Verification>;
  parked(as: string): Promise<readonly ParkedStream[]>;
  retryParked(as: string, stream: string): Promise<Retried>;
  startRebuild(as: string, model: string): Promise<string>;
  rebuild(as: string, id: string): Promise<Rebuild>;
}
