import { z } from 'zod';
import { instant, opaqueId } from '../fields.js';
import type { PartnershipPolicy } from '../policy.js';
import { roles } from '../vocabulary/roles.js';
import { localized } from '../vocabulary/localized.js';
import { gateIds } from '../vocabulary/gates.js';
import { followUpCommands } from './follow-up.commands.js';
import { formCommands } from './form.commands.js';
import { frameCommands } from './frame.commands.js';
import { ideaCommands } from './idea.commands.js';
import { lineCommands } from './line.commands.js';
import { moneyCommands } from './money.commands.js';
import { partiesCommands } from './parties.commands.js';
import { phaseCommands } from './phase.commands.js';
import { signOffCommands } from './sign-off.commands.js';
import { textCommands } from './text.commands.js';
import { transferCommands } from './transfer.commands.js';
import { voiceCommands } from './voice.commands.js';

/** Every command of a partnership: what may be asked, by whom, with which data. */
export const commands = {
  ...phaseCommands,
  ...ideaCommands,
  ...partiesCommands,
  ...textCommands,
  ...formCommands,
  ...signOffCommands,
  ...lineCommands,
  ...followUpCommands,
  ...frameCommands,
  ...transferCommands,
  ...moneyCommands,
  ...voiceCommands,
};

export type CommandType = keyof typeof commands;

export type CommandData<T extends CommandType = CommandType> = z.infer<(typeof commands)[T]['data']>;

export const commandTypes = Object.keys(commands) as CommandType[];

export const isCommandType = (name: string): name is CommandType => Object.hasOwn(commands, name);

/** Who asks, from the verified token: opaque ids only. */
export const actor = z.strictObject({ person: opaqueId, organisation: opaqueId, roles: z.array(z.enum(roles)).min(1) });

export type Actor = z.infer<typeof actor>;

/** A command as it reaches the workflow. The id comes from the client and makes the request repeatable. */
export type Command<T extends CommandType = CommandType> = {
  [K in T]: {
    readonly id: string;
    readonly type: K;
    readonly data: CommandData<K>;
    readonly actor: Actor;
    readonly correlation: string;
    /** Moment of the fact, when the person reports something earlier than now. Never later than the calendar. */
    readonly at?: string;
    /** When given, the command is refused if the file has moved on (optimistic concurrency). */
    readonly expectedVersion?: number;
    /** Policy that the gateway resolved for this request: the new type's, when a change of type is proposed. */
    readonly policy?: PartnershipPolicy;
    /** Organisations that this request would bring in and that the register does not know: asked by the gateway, never told by the person. */
    readonly unregistered?: readonly string[];
  };
}[T];

/** What the HTTP body of a command holds; the actor comes from the token. */
export const commandRequest = z.strictObject({
  id: opaqueId,
  type: z.string(),
  data: z.unknown(),
  at: instant.optional(),
  expectedVersion: z.int().min(0).optional(),
});

export type CommandRequest = z.infer<typeof commandRequest>;

/** Why something was refused, for people and for machines. */
export const refusal = z.strictObject({
  /** Machine code in words, `gate-open`, `not-permitted` … */
  code: z.string(),
  /** Rule id: a gate, a four-eyes rule, a requirement. */
  rule: z.string(),
  reason: localized,
  /** What to do next. */
  next: localized,
  /** Gates that are open, when gates decided. */
  gates: z.array(z.enum(gateIds)),
});

export type Refusal = z.infer<typeof refusal>;

/** The answer to a command. `version` is the stream version it produced: what read-your-writes waits for. */
export const commandAnswer = z.discriminatedUnion('outcome', [
  z.strictObject({
    outcome: z.literal('accepted'),
    version: z.int(),
    events: z.array(z.strictObject({ type: z.string(), version: z.int() })),
    warnings: z.array(refusal),
  }),
  z.strictObject({ outcome: z.literal('refused'), version: z.int(), refusal }),
]);

export type CommandAnswer = z.infer<typeof commandAnswer>;
