import { commands, type Refusal } from '@palabre/contracts';
import { because, say } from '../decision.js';
import type { Guard } from '../mechanism.js';
import { partiesIn, partyOfOrganisation } from '../mechanisms/parties/questions.js';
import type { PartnershipState } from '../state.js';
import type { TaskState } from '../tasks/task-state.js';
import { verdictsOf } from '../tasks/task-table.js';

const named = (codes: readonly string[], open: string, close: string): string => codes.map(code => `${open}${code}${close}`).join(', ');

/** Who may ask: functions, and the parties of this file that stand on the sides of the command; to a stranger, the sides alone. */
function notPermitted(state: PartnershipState, { type, actor }: Parameters<Guard>[1]): Refusal {
  const { by, says } = commands[type];
  const isParty = partyOfOrganisation(state, actor.organisation) !== undefined;
  const parties = isParty
    ? partiesIn(state)
        .filter(({ side }) => by.sides.includes(side))
        .map(({ party }) => party)
    : [];
  const whose = parties.length === 0 ? by.sides : parties;
  return because(
    'not-permitted',
    'PERMISSION',
    say(
      `« ${says.fr} » n’est pas ouvert à votre fonction dans ce partenariat.`,
      `"${says.en}" is not open to your function in this partnership.`,
    ),
    say(
      `Une personne de fonction ${named(by.roles, '« ', ' »')}, chez ${named(whose, '« ', ' »')}, peut le demander.`,
      `A person in the role ${named(by.roles, '"', '"')}, of ${named(whose, '"', '"')}, may ask for it.`,
    ),
  );
}

/** True when the request is about what the task is about: the same version and hash, or the same case, transfer, decision. */
function concerns(task: TaskState, data: unknown): boolean {
  if (data === undefined) return true;
  const told = data as Readonly<Record<string, unknown>>;
  const { subject, about } = task;
  const sameText =
    subject === null ||
    (told['hash'] === subject.hash && told['version'] === subject.version && (told['kind'] ?? subject.kind) === subject.kind);
  return sameText && (about === null || Object.values(told).includes(about));
}

/**
 * A delegation opens the commands that answer the delegated task, on what that task is about, for the party it was
 * asked of, until its date; never the four-eyes rule.
 */
function isDelegated(state: PartnershipState, { actor, type, data, now }: Parameters<Guard>[1]): boolean {
  const party = partyOfOrganisation(state, actor.organisation)?.party;
  return state.tasks.some(
    task =>
      task.delegatedTo?.person === actor.person &&
      task.party === party &&
      task.delegatedTo.until > (now ?? state.calendar.now) &&
      Object.values(verdictsOf(task)).includes(type) &&
      concerns(task, data),
  );
}

/** Role × command × relation: the person's party has one of the sides, the person one of the roles. */
export const permission: Guard = (state, ask) => {
  const { type, actor } = ask;
  const { by } = commands[type];
  const hasRole = actor.roles.some(role => by.roles.includes(role));
  const side = state.head.version === 0 ? 'host' : partyOfOrganisation(state, actor.organisation)?.side;
  const hasSide = side !== undefined && by.sides.includes(side);
  return (hasRole && hasSide) || (hasSide && isDelegated(state, ask)) ? null : notPermitted(state, ask);
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
