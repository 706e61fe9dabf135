import {
  partnershipWorkflow,
  type Actor,
  type AnyCommand,
  type CommandAnswer,
  type OpenAction,
  type PartnershipStanding,
  type WhyNotAnswer,
} from '@palabre/contracts';
import type { StreamAsk } from '@palabre/lifecycle';
import { defineQuery, defineUpdate } from '@temporalio/workflow';

/** Update: one command in, its answer out. A refusal by policy is an answer, not a failure. */
export const execute = defineUpdate<CommandAnswer, [AnyCommand]>(partnershipWorkflow.execute);

/** Query: where the stream stands, and how far its events have been announced. */
export const standing = defineQuery<PartnershipStanding>(partnershipWorkflow.standing);

/** Query: whether a command would be accepted now, and what stands in the way. */
export const whyNotQuery = defineQuery<WhyNotAnswer, [StreamAsk]>(partnershipWorkflow.whyNot);

/** Query: what this actor may try now. */
export const openActionsQuery = defineQuery<readonly OpenAction[], [Actor]>(partnershipWorkflow.openActions);

/** Query: the state as far as its events tell it, for `verify`. */
export const stateQuery = defineQuery<unknown>(partnershipWorkflow.state);
