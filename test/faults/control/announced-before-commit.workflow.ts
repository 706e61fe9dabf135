import { livePartnership, type AnnouncingPort } from '@palabre/workflows';
import { proxyLocalActivities } from '@temporalio/workflow';

/**
 * The control: the same partnership, announced *before* its decision is committed. A local activity runs inside the workflow task
 * whose completion commits the decision; when that completion is lost, what was announced never happened.
 */
const { announce } = proxyLocalActivities<AnnouncingPort>({
  startToCloseTimeout: '10 seconds',
  retry: { initialInterval: '100 milliseconds', backoffCoefficient: 2, maximumInterval: '5 seconds' },
});

export const partnership = livePartnership(announce);
