import { sleep } from '@temporalio/workflow';
import { livePartnership } from '../../partnership/partnership.workflow.js';
import { announce } from '../../hosting/ports.js';

/** A control, for specs alone: waits where the recorded runs did not. Running partnerships could not go on with it. */
export const partnership = async (input: unknown): Promise<void> => {
  await sleep(1_000);
  await livePartnership(announce)(input);
};
