import type { OpenAction, PartnershipStanding, WhyNotAnswer } from '@palabre/contracts';
import type { Answer, Opened, Refused, Request } from './request.js';
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
import type { StreamApi } from './stream-api.js';
import type { ViewApi } from './view-api.js';

/** Palabre over its public API, each request with the rights of one account. Every method throws Failure. */
export interface PalabreApi {
  /** Organisations, charters and campaigns. */
  readonly streams: StreamApi;
  /** Lists and documents of the read API, each by its address. */
  readonly views: ViewApi;
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
  /** Names of the read models that can be rebuilt. */
  rebuildable(as: string): Promise<readonly string[]>;
  startRebuild(as: string, model: string): Promise<string>;
  rebuild(as: string, id: string): Promise<Rebuild>;
}
