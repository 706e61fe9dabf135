import { openOwnHouse, type OwnHouse } from '../support/own-servers.js';
import { ControlWorker, type Announces } from './control/control-worker.js';

/** The sweeper looks often, clients are not limited, tokens outlive the run. */
export const faultEnvironment = {
  PALABRE_SWEEP_EVERY_SECONDS: '5',
  PALABRE_SWEEP_GRACE_SECONDS: '5',
  PALABRE_REQUESTS_PER_MINUTE: '100000',
  PALABRE_TOKEN_SECONDS: '43200',
  LOG_LEVEL: 'warn',
};

/**
 * A house for a storm. Announcing after the commit it is the house as it is; announcing before it, the worker is the
 * control's, which is killed and started again in the place of the real one. Nothing else differs.
 */
export async function openStormHouse(announces: Announces): Promise<OwnHouse> {
  if (announces === 'after') return openOwnHouse({ env: faultEnvironment });
  const house = await openOwnHouse({ env: faultEnvironment, only: ['identity', 'projection', 'gateway'] });
  const worker = new ControlWorker(house, announces);
  const stop = async (): Promise<void> => {
    await worker.kill();
    await house.stop();
  };
  await worker.start(0).catch(async (reason: unknown) => {
    await stop();
    throw reason;
  });
  return {
    ...house,
    kill: name => (name === 'worker' ? worker.kill() : house.kill(name)),
    startAgain: name => (name === 'worker' ? worker.start(0) : house.startAgain(name)),
    stop,
  };
}
