import { compareHeads, reannounceFromHistory, type HeadsCompared } from './ports.js';

/** What one sweep found and did. */
export interface SweepReport {
  readonly compared: number;
  readonly behind: number;
  readonly ahead: number;
  readonly reannounced: number;
}

/**
 * Compares, page by page, what the partnerships' workflows have announced with what the ledger holds, and announces
 * again what got lost on the way. Started by a schedule; two sweeps never run at once.
 */
export async function sweepHeads(): Promise<SweepReport> {
  let report: SweepReport = { compared: 0, behind: 0, ahead: 0, reannounced: 0 };
  for (let page: string | null = ''; page !== null;) {
    const found: HeadsCompared = await compareHeads(page);
    for (const missing of found.behind) {
      const announced = await reannounceFromHistory(missing);
      report = { ...report, reannounced: report.reannounced + announced };
    }
    report = {
      ...report,
      compared: report.compared + found.compared,
      behind: report.behind + found.behind.length,
      ahead: report.ahead + found.ahead,
    };
    page = found.nextPage;
  }
  return report;
}
