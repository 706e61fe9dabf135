import type { NativeConnection } from '@temporalio/worker';
import { describe, expect, it } from 'vitest';
import { WorkflowRuns } from './workflow-runs.js';

const statuses = { Running: 1, Completed: 2, Failed: 3, Canceled: 4, Terminated: 5, TimedOut: 7 } as const;

/** A server that keeps one run in each status. */
function serverWith(kept: Readonly<Record<string, number>>) {
  const queries: string[] = [];
  const workflowService = {
    listWorkflowExecutions: async ({ query }: { query: string }) => {
      queries.push(query);
      const executions = Object.entries(kept).map(([name, status]) => ({
        execution: { workflowId: `partnership/${name}`, runId: 'run-1' },
        status,
      }));
      return { executions, nextPageToken: new Uint8Array() };
    },
  };
  const runs = new WorkflowRuns({ workflowService } as unknown as NativeConnection, { namespace: 'default', taskQueue: 'here' });
  return { runs, queries };
}

describe('the runs that a sweep compares', () => {
  it('are all of this stack that were not carried on by a further run, however they ended', async () => {
    const { runs, queries } = serverWith(statuses);
    const page = await runs.page('');
    expect(page.next).toBeNull();
    expect(page.runs.map(({ workflowId }) => workflowId)).toEqual(Object.keys(statuses).map(name => `partnership/${name}`));
    expect(queries).toHaveLength(1);
    expect(queries[0]).toContain("WorkflowType IN ('partnership', 'organisation', 'charter', 'campaign')");
    expect(queries[0]).toContain("TaskQueue = 'here'");
    expect(queries[0]).toContain("ExecutionStatus != 'ContinuedAsNew'");
  });

  it('say of themselves when they were cut off, for then another may have begun in their place', async () => {
    const { runs } = serverWith(statuses);
    const cutOff = (await runs.page('')).runs.filter(({ wasCutOff }) => wasCutOff).map(({ workflowId }) => workflowId);
    expect(cutOff).toEqual(['Failed', 'Canceled', 'Terminated', 'TimedOut'].map(name => `partnership/${name}`));
  });
});
