import { projections } from '@palabre/projection';
import { openOwnHouse } from '../../support/own-servers.js';
import { caughtUp, rebuildReport, type RebuildReport } from '../checks.js';
import { newTally, runClients } from '../clients.js';
import { decisions } from '../decisions.js';
import { ledgerEvents } from '../ledger.js';
import { seeded } from '../random.js';
import { openFiles, type Progress } from '../run.js';
import { faultEnvironment } from '../storm-house.js';
import { fillLedger } from './fill.js';
import { keepReading, newReadTally, pagesOf } from './reading.js';

export interface RebuildPlan {
  /** Events in the ledger before the first rebuild. */
  readonly events: number;
  readonly files: number;
  readonly readers: number;
  readonly clients: number;
}

/** One read model made anew while people read and decide. */
export interface ModelRebuilt extends RebuildReport {
  readonly model: string;
  /** Pages read and decisions answered while it was made. */
  readonly reads: number;
  readonly decisions: number;
}

export interface RebuildUnderLoad {
  readonly ledgerBefore: number;
  readonly ledgerAfter: number;
  readonly fillMs: number;
  readonly models: readonly ModelRebuilt[];
  readonly reads: number;
  readonly longestReadMs: number;
  readonly failedReads: readonly string[];
  readonly decisions: number;
  readonly unclear: readonly string[];
  readonly seconds: number;
}

const caughtUpWithinMs = 180_000;

/** Fills a ledger, then makes each read model anew from it while people go on reading and deciding. */
export async function rebuildUnderLoad(plan: RebuildPlan, tell: Progress): Promise<RebuildUnderLoad> {
  const began = Date.now();
  tell('starting servers and programs of its own');
  const house = await openOwnHouse({ env: faultEnvironment });
  const over = new AbortController();
  try {
    const fillMs = await fillLedger(house, plan.events, tell);
    const files = await openFiles(house, plan.files);
    await caughtUp(house, files, caughtUpWithinMs);
    const ledgerBefore = await ledgerEvents(house);
    const [read, tally] = [newReadTally(), newTally()];
    const isEnough = (): boolean => over.signal.aborted;
    const load = Promise.all([
      runClients(house, decisions(files, seeded(8)), tally, { clients: plan.clients, isEnough }),
      ...Array.from({ length: plan.readers }, () => keepReading(house, files.map(pagesOf), read, over.signal)),
    ]);
    // Awaited below, whatever a rebuild does.
    load.catch(() => undefined);
    const models: ModelRebuilt[] = [];
    for (const { name: model } of projections) {
      const before = { reads: read.reads, decisions: tally.acknowledged.length };
      const report = await rebuildReport(house, model);
      models.push({ model, ...report, reads: read.reads - before.reads, decisions: tally.acknowledged.length - before.decisions });
      tell(`${model}: ${report.equal ? 'the same rows' : 'OTHER rows'}, ${report.milliseconds} ms`);
    }
    over.abort();
    await load;
    await caughtUp(house, files, caughtUpWithinMs);
    return {
      ledgerBefore,
      ledgerAfter: await ledgerEvents(house),
      fillMs,
      models,
      reads: read.reads,
      longestReadMs: read.longestMs,
      failedReads: read.failed,
      decisions: tally.acknowledged.length,
      unclear: tally.unclear,
      seconds: (Date.now() - began) / 1_000,
    };
  } finally {
    over.abort();
    await house.stop();
  }
}

/** True when every model has the same rows, people were at work during each rebuild, and no read failed. */
export const isGood = ({ models, failedReads, unclear }: RebuildUnderLoad): boolean =>
  failedReads.length === 0 &&
  unclear.length === 0 &&
  models.every(({ equal, reads, decisions: decided }) => equal && reads > 0 && decided > 0);

const rate = (events: number, ms: number): string => `${Math.round(events / (ms / 1_000))} events/s`;

/** The report for people. */
export function reportText(report: RebuildUnderLoad, plan: RebuildPlan): string {
  return [
    `ledger           ${report.ledgerBefore} events before, ${report.ledgerAfter} after; ${plan.events} of them announced and ingested in ${(report.fillMs / 1_000).toFixed(1)} s (${rate(plan.events, report.fillMs)})`,
    ...report.models.map(
      ({ model, equal, events, milliseconds, reads, decisions: decided }) =>
        `${model.padEnd(16)} ${equal ? 'the same rows' : 'OTHER ROWS'}: ${events} events in ${(milliseconds / 1_000).toFixed(1)} s (${rate(events, milliseconds)}); meanwhile ${reads} reads, ${decided} decisions`,
    ),
    `reads            ${report.reads}, ${report.failedReads.length} failed, the longest took ${report.longestReadMs} ms`,
    ...report.failedReads.slice(0, 5).map(line => `    ${line}`),
    `decisions        ${report.decisions}, ${report.unclear.length} unclear answers`,
    `whole run        ${report.seconds.toFixed(0)} s`,
    isGood(report) ? 'as it must be: the same rows, and no read failed' : 'NOT as it must be',
  ].join('\n');
}
