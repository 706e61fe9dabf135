import { Context } from '@temporalio/activity';
import type { Announcer, Logger } from '@palabre/event-log';
import type { SweepingPorts } from '@palabre/workflows';
import type { SweepingConfiguration } from '../configuration.js';
import type { Vitals } from '../health/vitals.js';
import { HeadsComparison } from './compare-heads.js';
import { readLedgerHeads } from './ledger-heads.js';
import { reannounce } from './reannounce.js';
import { ServiceToken } from './service-token.js';
import type { WorkflowRuns } from './workflow-runs.js';

export interface SweepingParts {
  readonly configuration: SweepingConfiguration;
  readonly runs: WorkflowRuns;
  readonly announcer: Announcer;
  readonly vitals: Vitals;
  readonly logger: Logger;
}

/** Binds the sweeper's ports: heads of workflows from the Temporal server, heads of the ledger from the projection. */
export function bindSweeping({ configuration, runs, announcer, vitals, logger }: SweepingParts): SweepingPorts {
  const token = new ServiceToken(configuration);
  const comparison = new HeadsComparison({
    runs,
    ledgerHeads: () => readLedgerHeads(configuration.projectionUrl, token),
    clock: Date.now,
    graceMs: configuration.graceSeconds * 1_000,
    taskFails: ({ runId, workflowId }) => {
      if (!vitals.isNewFailure(runId)) return;
      vitals.taskFailed(runId, workflowId);
      logger.error({ part: 'sweep', runId, workflowId }, 'a workflow task fails: its partnership stands still until this is mended');
    },
    ledgerAhead: (stream, ledger, workflow) =>
      logger.error({ part: 'sweep', stream, ledger, workflow }, 'the ledger holds versions that the workflow never announced'),
  });
  return {
    compareHeads: page => comparison.page(page, Context.current().info.workflowExecution?.runId ?? ''),
    async reannounceFromHistory(missing) {
      const events = await reannounce(
        runs,
        batch => announcer.announce(batch),
        missing,
        version => Context.current().heartbeat(version),
      ).catch((error: unknown) => {
        logger.error({ part: 'sweep', ...missing, error: String(error) }, 'missing versions could not be announced again');
        throw error;
      });
      logger.warn({ part: 'sweep', ...missing, events }, 'missing versions announced again from the history');
      return events;
    },
  };
}
