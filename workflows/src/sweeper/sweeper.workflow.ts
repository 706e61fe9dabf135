import { workflowInfo } from '@temporalio/workflow';
import { compareHeads, reannounceFromHistory } from './ports.js';
import type { SweepReport } from './report.js';
import { sweep } from './sweep.js';

/**
 * Compares, page by page, what the workflows of all streams have announced with what the ledger holds, and announces
 * again what got lost on the way. Started by a schedule, which hands each run the result of the last one that ended
 * well: so sweeps remember, whichever worker carries them out. Two sweeps never run at once.
 */
export async function sweepHeads(): Promise<SweepReport> {
  return sweep({ compareHeads, reannounceFromHistory }, workflowInfo().lastResult);
}
