import { drainingFailure, notAcceptedFailure, refusal } from '@palabre/contracts';
import {
  isGrpcDeadlineError,
  isGrpcServiceError,
  ServiceError,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure, NamespaceNotFoundError } from '@temporalio/common';
import { Outage, type Reply } from './workflows.port.js';

/** Status codes of gRPC that blame the request (INVALID_ARGUMENT, ALREADY_EXISTS, OUT_OF_RANGE, UNIMPLEMENTED): trying again changes nothing. */
const blamesTheRequest = new Set([3, 6, 11, 12]);

/** The run is over, or was never there: only a look at the workflow tells which. */
export class NotRunning extends Error {}

/** Failure type that the server gives to an accepted Update whose run ended before the answer. */
const endedBeforeAnswer = 'AcceptedUpdateCompletedWorkflow';

function repliedFailure(cause: ApplicationFailure): Reply<never> {
  if (cause.type === drainingFailure) return { kind: 'draining' };
  if (cause.type === notAcceptedFailure) return { kind: 'not-accepted', refusal: refusal.parse(cause.details?.[0]) };
  if (cause.type === endedBeforeAnswer) throw new NotRunning();
  throw new Error(`The partnership failed on a command (${cause.type ?? 'no type'}).`, { cause });
}

/** RESOURCE_EXHAUSTED. */
const exhausted = new Set([8]);

/**
 * The run is on its way into the next one and takes nothing in between (server: ErrWorkflowClosing). An overload has the
 * same status code and other words: it stays an outage, with the longer waits of one.
 */
const isMovingOn = (error: unknown): boolean => {
  const cause = error instanceof ServiceError ? error.cause : error;
  return isGrpcServiceError(cause) && exhausted.has(cause.code) && cause.details.includes('workflow is closing');
};

function outageOf(error: unknown): Outage | null {
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return new Outage('no-answer', 'gRPC deadline');
  if (error instanceof NamespaceNotFoundError) return new Outage('away', 'namespace not found');
  const cause = error instanceof ServiceError ? error.cause : error;
  if (!isGrpcServiceError(cause) || blamesTheRequest.has(cause.code)) return null;
  return new Outage(isGrpcDeadlineError(cause) ? 'no-answer' : 'away', `gRPC status ${cause.code}`);
}

/**
 * Turns what the Temporal client throws into a reply, an Outage, NotRunning, or, when it is neither the caller's nor
 * the network's doing, the error itself: a bug.
 */
export function replyOrThrow(error: unknown): Reply<never> {
  if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) return repliedFailure(error.cause);
  if (error instanceof WorkflowNotFoundError || error instanceof WorkflowExecutionAlreadyStartedError) throw new NotRunning();
  if (isMovingOn(error)) return { kind: 'draining' };
  throw outageOf(error) ?? error;
}
