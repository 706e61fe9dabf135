import { compareHeads, reannounceFromHistory, sweepEnded, type SweepReport } from './ports.js';
import { sweep } from './sweep.js';

export type { SweepReport } from './ports.js';

/**
 * Compares, page by page, what the partnerships' workflows have announced with what the ledger holds, and announces
 * again what got lost on the way. Started by a schedule; two sweeps never run at once.
 */
export async function sweepHeads(): Promise<SweepReport> {
  return sweep({ compareHeads, reannounceFromHistory, sweepEnded });
}
