import { Connection } from '@temporalio/client';
import type { Stack } from '@palabre/local';

/**
 * Has the Temporal server delete what a house leaves there. An organisation has the same id in every house: asked of a run that is
 * still there, the next house on the same server would wait for a worker of the house that is gone, even where the run has ended.
 */
export async function deleteLeftovers({ addresses, settings }: Stack, namespace: string): Promise<void> {
  const connection = await Connection.connect({ address: addresses.temporal });
  try {
    const { workflowService } = connection;
    const query = `TaskQueue = "${settings.taskQueue}"`;
    const { executions } = await workflowService.listWorkflowExecutions({ namespace, query, pageSize: 1000 });
    await Promise.all(
      executions.map(({ execution }) => workflowService.deleteWorkflowExecution({ namespace, workflowExecution: execution ?? null })),
    );
  } finally {
    await connection.close();
  }
}
