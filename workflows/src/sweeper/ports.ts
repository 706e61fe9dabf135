import { proxyActivities } from '@temporalio/workflow';

/** Versions of one partnership that its workflow has announced and the ledger does not hold. */
export interface MissingVersions {
  readonly partnership: string;
  /** First missing version. */
  readonly from: number;
  /** Last missing version. */
  readonly to: number;
}

/** One page of the comparison between the heads of the workflows and those of the ledger. */
export interface HeadsCompared {
  readonly compared: number;
  readonly behind: readonly MissingVersions[];
  /** Partnerships of which the ledger knows more than their workflow: somebody must look. */
  readonly ahead: number;
  /** Where the next page starts; null after the last. */
  readonly nextPage: string | null;
}

/** What one whole sweep found and did. */
export interface SweepReport {
  readonly compared: number;
  readonly behind: number;
  readonly ahead: number;
  /** Events announced again. */
  readonly reannounced: number;
  /** Partnerships that lag and could not be healed: somebody must look. */
  readonly failed: number;
}

export interface SweepingPorts {
  /** Compares one page of partnerships. `page` is empty for the first. */
  compareHeads(page: string): Promise<HeadsCompared>;
  /** Announces missing versions again from the workflow's history. Returns how many. */
  reannounceFromHistory(missing: MissingVersions): Promise<number>;
  /** Told once every page is compared: what health says about sweeping rests on this. */
  sweepEnded(report: SweepReport): Promise<void>;
}

/** The next sweep comes anyway: a page that cannot be compared is given up soon, and health shows that sweeps are stale. */
export const { compareHeads, sweepEnded } = proxyActivities<SweepingPorts>({
  startToCloseTimeout: '1 minute',
  retry: { initialInterval: '1 second', maximumAttempts: 3 },
});

export const { reannounceFromHistory } = proxyActivities<SweepingPorts>({
  startToCloseTimeout: '10 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '1 second', maximumInterval: '10 seconds', maximumAttempts: 5 },
});
