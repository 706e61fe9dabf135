import { condition, defineUpdate, setHandler } from '@temporalio/workflow';

export const bareUpdate = defineUpdate<{ version: number }, [unknown]>('execute');

/** The least that an Update can do: count. Nothing is decided, nothing is announced. */
export async function bare(): Promise<void> {
  let version = 0;
  setHandler(bareUpdate, () => {
    version += 1;
    return { version };
  });
  await condition(() => false);
}
