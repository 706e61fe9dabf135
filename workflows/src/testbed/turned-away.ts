import { WorkflowUpdateFailedError } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';

/** The reason why the validator turned a command away: type of the failure and refusal code. */
export async function turnedAway(sending: Promise<unknown>): Promise<{ type: string; code: string | null }> {
  try {
    await sending;
  } catch (error) {
    const cause = error instanceof WorkflowUpdateFailedError ? error.cause : error;
    if (!(cause instanceof ApplicationFailure)) throw error;
    const [refusal] = (cause.details ?? []) as { code: string }[];
    return { type: cause.type ?? '', code: refusal?.code ?? null };
  }
  throw new Error('The command was let in');
}
