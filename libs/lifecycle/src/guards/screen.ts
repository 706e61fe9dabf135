import { actor, commands, isCommandType, isOpening, opaqueId, type Command, type CommandType, type Refusal } from '@palabre/contracts';
import { mayStillCome } from '../after-the-end.js';
import { because, say } from '../decision.js';
import type { PartnershipState } from '../state.js';
import { stranger } from './permission.js';

/** The command does not have the shape that its table asks for. */
export const malformed = (what: string): Refusal =>
  because(
    'malformed-command',
    'SHAPE',
    say(`La commande n’a pas la forme attendue : ${what}.`, `The command does not have the expected shape: ${what}.`),
    say('Consulter la table des commandes, corriger, renvoyer.', 'Look at the table of commands, correct, send again.'),
  );

const ended = (standing: string): Refusal =>
  because(
    'partnership-ended',
    'HFA-32',
    say(
      `Ce partenariat est terminé (${standing}) : tout s’y lit, rien n’y change.`,
      `This partnership has ended (${standing}): everything can be read, nothing changes.`,
    ),
    say('Ouvrir un nouveau partenariat pour aller plus loin ensemble.', 'Open a new partnership to go further together.'),
  );

/** Why a request comes after the end, or null. */
export const afterTheEnd = (state: PartnershipState, type: CommandType): Refusal | null =>
  mayStillCome(state, type) ? null : ended(state.standing);

const notBegun = (): Refusal =>
  because(
    'not-begun',
    'PMP-03',
    say('Ce partenariat n’a pas commencé.', 'This partnership has not begun.'),
    say('L’ouvrir par son idée (OpenPartnership).', 'Open it with its idea (OpenPartnership).'),
  );

type Loose = Partial<Record<keyof Command, unknown>>;

function shapeOf(command: Loose): Refusal | null {
  if (typeof command.type !== 'string' || !isCommandType(command.type)) return malformed(`type ${String(command.type)}`);
  if (!opaqueId.safeParse(command.id).success) return malformed('id');
  if (!actor.safeParse(command.actor).success) return malformed('actor');
  const data = commands[command.type].data.safeParse(command.data);
  if (data.success) return null;
  return malformed(data.error.issues.map(issue => `${['data', ...issue.path].join('.')}: ${issue.message}`).join('; '));
}

/**
 * What the validator of the Update asks: shape, stranger, begun, not ended. Cheap and synchronous; null means the
 * command goes on to the rules. Nothing of this is recorded: a typo or a stranger leaves no trace in the history.
 */
export function screen(state: PartnershipState, command: unknown): Refusal | null {
  if (typeof command !== 'object' || command === null) return malformed('object expected');
  const wrongShape = shapeOf(command);
  if (wrongShape !== null) return wrongShape;
  const known = command as Command;
  if (state.head.version === 0 && !isOpening('partnership', known.type)) return notBegun();
  return stranger(state, known) ?? afterTheEnd(state, known.type);
}
