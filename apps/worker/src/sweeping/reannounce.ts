import type { EventEnvelope } from '@palabre/contracts';
import type { MissingVersions } from '@palabre/workflows';
import { ApplicationFailure } from '@temporalio/common';
import type { Run, WorkflowRuns } from './workflow-runs.js';

/** The server no longer keeps the run in which missing versions were announced: trying again brings nothing. */
export class HistoryGone extends ApplicationFailure {
  constructor(missing: MissingVersions, oldestKept: number) {
    super(
      `Versions ${missing.from} to ${oldestKept} of ${missing.stream} are missing, and the runs that announced them are past their retention`,
      'HistoryGone',
      true,
    );
  }
}

const notFound = 5;

const isNotFound = (error: unknown): boolean => typeof error === 'object' && error !== null && 'code' in error && error.code === notFound;

/** The runs that hold a version and all later ones, oldest first. */
async function runsSince(runs: WorkflowRuns, latest: Run, missing: MissingVersions): Promise<Run[]> {
  const chain: Run[] = [];
  for (let run: Run | null = latest, announcedBefore = missing.to; run !== null;) {
    try {
      const origin = await runs.origin(run);
      chain.unshift(run);
      announcedBefore = origin.announcedBefore;
      run = announcedBefore < missing.from ? null : origin.previous;
    } catch (error) {
      if (!isNotFound(error)) throw error;
      throw new HistoryGone(missing, announcedBefore);
    }
  }
  return chain;
}

/**
 * Announces missing versions again, byte for byte as the workflow committed them. Readers drop what they already hold.
 * Returns how many events were announced. `progress` is called after each batch.
 */
export async function reannounce(
  runs: WorkflowRuns,
  announce: (batch: readonly EventEnvelope[]) => Promise<void>,
  missing: MissingVersions,
  progress: (version: number) => void,
): Promise<number> {
  let announced = 0;
  for (const run of await runsSince(runs, { workflowId: missing.stream, runId: '' }, missing)) {
    for await (const batch of runs.batches(run)) {
      const wanted = batch.filter(({ attributes }) => attributes.streamversion >= missing.from && attributes.streamversion <= missing.to);
      if (wanted.length === 0) continue;
      await announce(wanted);
      announced += wanted.length;
      progress(wanted.at(-1)?.attributes.streamversion ?? missing.to);
    }
  }
  return announced;
}
