import { Client, Connection } from '@temporalio/client';
import type { Stack } from '@palabre/local';

/**
 * Ends what a house leaves running on the Temporal server. An organisation has the same id in every house, so the next
 * house on the same server would wait for a worker that is gone.
 */
export async function endLeftovers({ addresses, settings }: Stack, namespace = 'default'): Promise<void> {
  const connection = await Connection.connect({ address: addresses.temporal });
  try {
    const { workflow } = new Client({ connection, namespace });
    const query = `TaskQueue = "${settings.taskQueue}" AND ExecutionStatus = "Running"`;
    for await (const { workflowId, runId } of workflow.list({ query })) {
      await workflow
        .getHandle(workflowId, runId)
        .terminate('the house that it belonged to is gone')
        .catch(() => undefined);
    }
  } finally {
    await connection.close();
  }
}
