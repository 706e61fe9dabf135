import {
  commandRequest,
  commandTypesOf,
  definitionOf,
  isCommandTypeOf,
  type Actor,
  type AnyCommand,
  type CommandRequest,
  type OwnedStreamKind,
} from '@palabre/contracts';
import { z } from 'zod';
import { readBody } from '../commands/command-request.js';
import { nearestCommand } from '../commands/nearest.js';
import { refuse } from '../problems/gateway-refusals.js';

/** The name of a command of this kind. Throws Refused `unknown-command` with the nearest known name. */
export function commandNamed(kind: OwnedStreamKind, name: string): string {
  if (isCommandTypeOf(kind, name)) return name;
  const nearest = nearestCommand(name, commandTypesOf(kind));
  if (nearest === null) throw refuse('unknown-command');
  throw refuse('unknown-command', {}, { next: { fr: `Vouliez-vous dire « ${nearest} » ?`, en: `Did you mean “${nearest}”?` } });
}

/** Reads the outer fields of a body and finds its command. */
export function streamRequest(kind: OwnedStreamKind, body: unknown): CommandRequest {
  const request = readBody(commandRequest, body);
  return { ...request, type: commandNamed(kind, request.type) };
}

/** The command that the stream receives; the actor comes from the token alone. Throws Refused `invalid-data`. */
export function streamCommandFrom(kind: OwnedStreamKind, request: CommandRequest, actor: Actor, correlation: string): AnyCommand {
  const { id, type, at, expectedVersion } = request;
  const { data } = readBody(z.object({ data: definitionOf(kind, type).data }), { data: request.data });
  return {
    id,
    type,
    data,
    actor,
    correlation,
    ...(at === undefined ? {} : { at }),
    ...(expectedVersion === undefined ? {} : { expectedVersion }),
  };
}
