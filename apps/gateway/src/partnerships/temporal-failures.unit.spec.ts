import { drainingFailure, notAcceptedFailure } from '@palabre/contracts';
import {
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { describe, expect, it } from 'vitest';
import { aRefusal } from '../testing/fake-workflows.js';
import { NotRunning, replyOrThrow } from './temporal-failures.js';
import { Outage } from './workflows.port.js';

const updateFailed = (type: string, ...details: unknown[]) =>
  new WorkflowUpdateFailedError('failed', ApplicationFailure.create({ type, details, nonRetryable: true }));

const grpc = (code: number, details = 'x') =>
  new ServiceError('failed', { cause: Object.assign(new Error('x'), { code, details, metadata: {} }) });

const thrownBy = (error: unknown): unknown => {
  try {
    return replyOrThrow(error);
  } catch (thrown) {
    return thrown;
  }
};

describe('what Temporal throws, in the words of the gateway', () => {
  it('a validator that asks to come back is draining; one that turns away brings its refusal', () => {
    expect(replyOrThrow(updateFailed(drainingFailure))).toEqual({ kind: 'draining' });
    expect(replyOrThrow(grpc(8, 'workflow operation can not be applied because workflow is closing'))).toEqual({ kind: 'draining' });
    const refusal = aRefusal('stranger');
    expect(replyOrThrow(updateFailed(notAcceptedFailure, refusal))).toEqual({ kind: 'not-accepted', refusal });
  });

  it('a failure of the rules themselves is a bug, and is not taken for an outage', () => {
    const thrown = thrownBy(updateFailed('TypeError'));
    expect(thrown).toBeInstanceOf(Error);
    expect(thrown).not.toBeInstanceOf(Outage);
    expect(thrown).not.toBeInstanceOf(NotRunning);
  });

  it('a run that ended before its answer, and a file that is not there, need a look at the workflow', () => {
    expect(thrownBy(updateFailed('AcceptedUpdateCompletedWorkflow'))).toBeInstanceOf(NotRunning);
    expect(thrownBy(new WorkflowNotFoundError('not found', 'partnership/x', undefined))).toBeInstanceOf(NotRunning);
  });

  it('unavailable, overloaded, without a worker: outages; a lost answer is told apart', () => {
    for (const code of [1, 2, 7, 8, 9, 10, 13, 14, 15, 16]) expect(thrownBy(grpc(code))).toMatchObject({ name: 'Outage', kind: 'away' });
    expect(thrownBy(grpc(4))).toMatchObject({ name: 'Outage', kind: 'no-answer' });
    expect(thrownBy(new WorkflowUpdateRPCTimeoutOrCancelledError('late'))).toMatchObject({ kind: 'no-answer' });
  });

  it('a request that Temporal itself finds wrong is our bug', () => {
    for (const code of [3, 6, 11, 12]) expect(thrownBy(grpc(code))).toBeInstanceOf(ServiceError);
  });
});
