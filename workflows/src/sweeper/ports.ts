import { proxyActivities } from '@temporalio/workflow';

/** A stream whose workflow had announced more than the ledger held when both were asked. */
export interface Lagging {
  readonly stream: string;
  /** Highest version without a gap in the ledger. */
  readonly held: number;
  /** Highest version that the workflow has committed to announce. */
  readonly announced: number;
  /** When that was committed, in milliseconds; null when an earlier run handed it over. */
  readonly committedAt: number | null;
}

/** One page of the comparison between the heads of the workflows and those of the ledger. */
export interface HeadsCompared {
  readonly compared: number;
  readonly lagging: readonly Lagging[];
  /** Streams of which the ledger knows more than their workflow: somebody must look. */
  readonly ahead: number;
  /** When the ledger said what it holds, in milliseconds. */
  readonly readAt: number;
  /** A version younger than this is on its way, not lost. */
  readonly graceMs: number;
  /** Where the next page starts; null after the last. */
  readonly nextPage: string | null;
}

/** Versions of one stream that its workflow has announced and the ledger does not hold. */
export interface MissingVersions {
  readonly stream: string;
  /** First missing version. */
  readonly from: number;
  /** Last missing version. */
  readonly to: number;
}

export interface SweepingPorts {
  /** Compares one page of streams. `page` is empty for the first. */
  compareHeads(page: string): Promise<HeadsCompared>;
  /**
   * Announces missing versions again from the workflow's history. Returns how many. Fails with an ApplicationFailure of
   * type `historyGone` when the server no longer keeps the run that announced them.
   */
  reannounceFromHistory(missing: MissingVersions): Promise<number>;
}

/** ApplicationFailure type: what is missing can be announced by nobody any more. */
export const historyGone = 'HistoryGone';

/** The next sweep comes anyway: a page that cannot be compared is given up soon, and health shows that sweeps are stale. */
export const { compareHeads } = proxyActivities<SweepingPorts>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second', maximumAttempts: 3 },
});

export const { reannounceFromHistory } = proxyActivities<SweepingPorts>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '10 seconds', maximumAttempts: 3 },
});
