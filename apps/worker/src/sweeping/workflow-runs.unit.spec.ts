import type { NativeConnection } from '@temporalio/worker';
import { describe, expect, it } from 'vitest';
import { WorkflowRuns } from './workflow-runs.js';

describe('the runs that a sweep compares', () => {
  it('are those that go on or came to their end: one that failed has announced nothing to compare', async () => {
    const queries: string[] = [];
    const workflowService = {
      listWorkflowExecutions: async ({ query }: { query: string }) => {
        queries.push(query);
        return { executions: [{ execution: { workflowId: 'partnership/p-1', runId: 'run-1' } }], nextPageToken: new Uint8Array() };
      },
    };
    const runs = new WorkflowRuns({ workflowService } as unknown as NativeConnection, { namespace: 'default', taskQueue: 'here' });
    expect(await runs.page('')).toEqual({ runs: [{ workflowId: 'partnership/p-1', runId: 'run-1' }], next: null });
    expect(queries).toHaveLength(1);
    expect(queries[0]).toContain("TaskQueue = 'here'");
    expect(queries[0]).toContain("ExecutionStatus IN ('Running', 'Completed')");
  });
});
