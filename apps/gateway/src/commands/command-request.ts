import {
  commandRequest,
  commands,
  contentHash,
  isCommandType,
  type Actor,
  type AnyCommand,
  type Command,
  type CommandRequest,
  type CommandType,
} from '@palabre/contracts';
import { z } from 'zod';
import { fieldMistakes, mostMistakes } from '../problems/field-mistakes.js';
import { refuse } from '../problems/gateway-refusals.js';
import { nearestCommand } from './nearest.js';
import { textMistakes } from './texts.js';

/** Checks a body against a schema. Throws Refused `invalid-data` with every mistake. */
export function readBody<S extends z.ZodType>(schema: S, body: unknown): z.infer<S> {
  const unkeepable = textMistakes(body);
  if (unkeepable.length > 0) throw refuse('invalid-data', { fields: unkeepable.slice(0, mostMistakes) });
  const read = schema.safeParse(body);
  if (!read.success) throw refuse('invalid-data', { fields: fieldMistakes(read.error) });
  return read.data;
}

/** The command of this name. Throws Refused `unknown-command` with the nearest known name. */
export function knownCommand(name: string): CommandType {
  if (isCommandType(name)) return name;
  const nearest = nearestCommand(name);
  if (nearest === null) throw refuse('unknown-command');
  throw refuse('unknown-command', {}, { next: { fr: `Vouliez-vous dire « ${nearest} » ?`, en: `Did you mean “${nearest}”?` } });
}

const readCommandData = (type: CommandType, data: unknown): unknown => readBody(z.object({ data: commands[type].data }), { data }).data;

/** A body whose outer fields are right and whose command is known; its data has not been looked at. */
export interface KnownRequest extends Omit<CommandRequest, 'type'> {
  readonly type: CommandType;
}

/** Reads the outer fields of a command's body. Throws Refused `invalid-data` or `unknown-command`. */
export function knownRequest(body: unknown): KnownRequest {
  const request = readBody(commandRequest, body);
  return { ...request, type: knownCommand(request.type) };
}

/** The command that the partnership receives; the actor comes from the token alone. Throws Refused `invalid-data`. */
export function commandFrom(request: KnownRequest, actor: Actor, correlation: string): Command {
  const { id, type, at, expectedVersion } = request;
  const command = {
    id,
    type,
    data: readCommandData(type, request.data),
    actor,
    correlation,
    ...(at === undefined ? {} : { at }),
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
  };
  return command as Command;
}

/**
 * Id of the Update that carries a command. Temporal answers a known Update id by itself, without asking the workflow,
 * so the id covers what is asked and by whom: a repeated request finds its first answer, and the same command id with
 * another body still reaches the partnership, which refuses it.
 */
export function updateIdOf({ id, type, data, at, expectedVersion, actor }: AnyCommand): string {
  const asked = {
    type,
    data,
    at: at ?? null,
    expectedVersion: expectedVersion ?? null,
    person: actor.person,
    organisation: actor.organisation,
  };
  return `${id}.${contentHash(asked).slice(0, 16)}`;
}
