import { commands, type Actor, type CommandType, type Refusal } from '@palabre/contracts';
import { because, say } from '../decision.js';
import type { Guard } from '../mechanism.js';
import { partyOfOrganisation } from '../mechanisms/parties/questions.js';
import type { PartnershipState } from '../state.js';
import { verdictsOf } from '../tasks/task-table.js';

const notPermitted = (type: CommandType): Refusal => {
  const { by, says } = commands[type];
  const roles = by.roles.join(', ');
  const sides = by.sides.join(', ');
  return because(
    'not-permitted',
    'PERMISSION',
    say(
      `« ${says.fr} » n’est pas ouvert à votre fonction dans ce partenariat.`,
      `"${says.en}" is not open to your function in this partnership.`,
    ),
    say(
      `Une personne de fonction ${roles} (côté ${sides}) peut le demander.`,
      `A person in the role ${roles} (side ${sides}) may ask for it.`,
    ),
  );
};

/** A delegation opens the commands that answer the delegated task, until its date; never the four-eyes rule. */
function isDelegated(state: PartnershipState, actor: Actor, type: CommandType): boolean {
  return state.tasks.some(
    task =>
      task.delegatedTo?.person === actor.person &&
      task.delegatedTo.until > state.calendar.now &&
      Object.values(verdictsOf(task)).includes(type),
  );
}

/** Role × command × relation: the person's party has one of the sides, the person one of the roles. */
export const permission: Guard = (state, { type, actor }) => {
  const { by } = commands[type];
  const hasRole = actor.roles.some(role => by.roles.includes(role));
  const side = state.head.version === 0 ? 'host' : partyOfOrganisation(state, actor.organisation)?.side;
  const hasSide = side !== undefined && by.sides.includes(side);
  return (hasRole && hasSide) || (hasSide && isDelegated(state, actor, type)) ? null : notPermitted(type);
};

/** Somebody whose organisation is not a party: learns nothing, writes nothing. */
export const stranger: Guard = (state, { actor }) =>
  state.head.version === 0 || partyOfOrganisation(state, actor.organisation) !== undefined
    ? null
    : because(
        'stranger',
        'PERMISSION',
        say('Votre organisation n’est pas partie à ce partenariat.', 'Your organisation is not a party of this partnership.'),
        say('Demander à une partie de vous y faire entrer.', 'Ask a party to let you join.'),
      );
