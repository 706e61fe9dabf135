import {
  partnershipWorkflow,
  type Actor,
  type Command,
  type CommandAnswer,
  type CommandType,
  type OpenAction,
  type PartnershipStanding,
  type WhyNotAnswer,
} from '@palabre/contracts';
import type { PartnershipState } from '@palabre/lifecycle';
import { defineQuery, defineUpdate } from '@temporalio/workflow';

/** What somebody asks about a command before trying it. */
export interface WhyNotAsk {
  readonly type: CommandType;
  readonly data?: unknown;
  readonly actor: Actor;
}

/** Update: one command in, its answer out. A refusal by policy is an answer, not a failure. */
export const execute = defineUpdate<CommandAnswer, [Command]>(partnershipWorkflow.execute);

/** Query: where the partnership stands, and how far its events have been announced. */
export const standing = defineQuery<PartnershipStanding>(partnershipWorkflow.standing);

/** Query: whether a command would be accepted now, and what stands in the way. */
export const whyNotQuery = defineQuery<WhyNotAnswer, [WhyNotAsk]>(partnershipWorkflow.whyNot);

/** Query: what this actor may try now. */
export const openActionsQuery = defineQuery<readonly OpenAction[], [Actor]>(partnershipWorkflow.openActions);

/** Query: the whole state, for `verify`. */
export const stateQuery = defineQuery<PartnershipState>(partnershipWorkflow.state);
