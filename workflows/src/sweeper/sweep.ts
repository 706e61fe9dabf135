import { isCancellation } from '@temporalio/workflow';
import type { HeadsCompared, MissingVersions, SweepingPorts, SweepReport } from './ports.js';

/** How many events were announced again; null when this partnership could not be healed, which must not stop the others. */
async function heal(ports: SweepingPorts, missing: MissingVersions): Promise<number | null> {
  try {
    return await ports.reannounceFromHistory(missing);
  } catch (error) {
    if (isCancellation(error)) throw error;
    return null;
  }
}

/** Compares every page, heals what can be healed, and reports only when the last page is done. */
export async function sweep(ports: SweepingPorts): Promise<SweepReport> {
  let report: SweepReport = { compared: 0, behind: 0, ahead: 0, reannounced: 0, failed: 0 };
  for (let page: string | null = ''; page !== null;) {
    const found: HeadsCompared = await ports.compareHeads(page);
    for (const missing of found.behind) {
      const announced = await heal(ports, missing);
      report = announced === null ? { ...report, failed: report.failed + 1 } : { ...report, reannounced: report.reannounced + announced };
    }
    report = {
      ...report,
      compared: report.compared + found.compared,
      behind: report.behind + found.behind.length,
      ahead: report.ahead + found.ahead,
    };
    page = found.nextPage;
  }
  await ports.sweepEnded(report);
  return report;
}
