import type { EventEnvelope } from '@palabre/contracts';
import { proxyActivities } from '@temporalio/workflow';

/** Sends events on their way. The worker binds it to the event log. Returns when every event is safely kept there. */
export type Announce = (batch: readonly EventEnvelope[]) => Promise<void>;

export interface AnnouncingPort {
  announce: Announce;
}

/**
 * A *regular* activity: its input is committed together with the decision, so the workflow's history is the outbox.
 * A local activity would run before the commit and could announce what never happened. `maximumAttempts` is left out on
 * purpose: announcing is retried for as long as the event log is away. An attempt that a killed worker took with it is
 * given up after ten seconds.
 */
export const { announce } = proxyActivities<AnnouncingPort>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '100 milliseconds', backoffCoefficient: 2, maximumInterval: '5 seconds' },
});
