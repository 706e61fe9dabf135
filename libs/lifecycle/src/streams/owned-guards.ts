import {
  actor as actorShape,
  definitionOf,
  isCommandTypeOf,
  isOpening,
  opaqueId,
  openings,
  type Actor,
  type OwnedStreamKind,
  type Refusal,
  type Role,
  type Standpoint,
  type StreamCommandDefinition,
} from '@palabre/contracts';
import { because, say } from '../decision.js';
import { malformed } from '../guards/screen.js';
import { hasEnded } from '../state.js';
import type { OwnedState } from './stream-state.js';

/** The person and organisation under which an answer to an invitation arrives: nobody's. */
export const respondent = { person: 'respondent', organisation: 'invited' } as const;

/** How the actor stands to the stream. Who begins a charter or a campaign is its owner. */
export function standpointOf(state: OwnedState, actor: Actor): Standpoint {
  if (actor.person === respondent.person && actor.organisation === respondent.organisation) return 'invited';
  return state.owner === '' || state.owner === actor.organisation ? 'own' : 'other';
}

const notBegun = (kind: OwnedStreamKind): Refusal =>
  because(
    'not-begun',
    'PMP-03',
    say('Rien n’a commencé sous cet identifiant.', 'Nothing has begun under this id.'),
    say(`Commencer par : ${openings[kind].join(', ')}.`, `Begin with: ${openings[kind].join(', ')}.`),
  );

const alreadyBegun = (): Refusal =>
  because(
    'already-begun',
    'PMP-03',
    say('Cet identifiant a déjà servi : il a son histoire.', 'This id is in use: it has its history.'),
    say('Continuer ce qui existe, ou choisir un autre identifiant.', 'Go on with what exists, or choose another id.'),
  );

const ended = (): Refusal =>
  because(
    'stream-ended',
    'ALE-39',
    say('C’est terminé : tout s’y lit, rien n’y change.', 'This has ended: everything can be read, nothing changes.'),
    say('Lire les résultats, ou ouvrir une nouvelle campagne.', 'Read the results, or open a new campaign.'),
  );

type Loose = Readonly<Partial<Record<'id' | 'type' | 'data' | 'actor', unknown>>>;

function shapeOf(kind: OwnedStreamKind, command: Loose): Refusal | null {
  if (typeof command.type !== 'string' || !isCommandTypeOf(kind, command.type)) return malformed(`type ${String(command.type)}`);
  if (!opaqueId.safeParse(command.id).success) return malformed('id');
  if (!actorShape.safeParse(command.actor).success) return malformed('actor');
  const data = definitionOf(kind, command.type).data.safeParse(command.data);
  if (data.success) return null;
  return malformed(data.error.issues.map(issue => `${['data', ...issue.path].join('.')}: ${issue.message}`).join('; '));
}

/** What is asked before a command is considered; nothing of it is recorded. */
export function screenOwned(kind: OwnedStreamKind, state: OwnedState, command: unknown): Refusal | null {
  if (typeof command !== 'object' || command === null) return malformed('object expected');
  const wrongShape = shapeOf(kind, command);
  if (wrongShape !== null) return wrongShape;
  if (state.head.version === 0 && !isOpening(kind, String((command as Loose).type))) return notBegun(kind);
  return hasEnded(state) ? ended() : null;
}

/** Roles that suffice from where somebody stands. */
export const rolesFrom = ({ roles, otherRoles }: StreamCommandDefinition['by'], standpoint: Standpoint): readonly Role[] =>
  standpoint === 'other' ? (otherRoles ?? roles) : roles;

/** Role and standpoint, from the command table; and a stream begins once. */
export function obstacleTo(kind: OwnedStreamKind, state: OwnedState, { type, actor }: { type: string; actor: Actor }): Refusal | null {
  if (state.head.version > 0 && isOpening(kind, type)) return alreadyBegun();
  const { by, says } = definitionOf(kind, type);
  const standpoint = standpointOf(state, actor);
  const fitting = rolesFrom(by, standpoint);
  if (by.from.includes(standpoint) && actor.roles.some(role => fitting.includes(role))) return null;
  const roles = fitting.join(', ');
  return because(
    'not-permitted',
    'PERMISSION',
    say(`« ${says.fr} » n’est pas ouvert à votre fonction ici.`, `"${says.en}" is not open to your function here.`),
    say(
      `Une personne de fonction ${roles} (${by.from.join(', ')}) peut le demander.`,
      `A person in the role ${roles} (${by.from.join(', ')}) may ask for it.`,
    ),
  );
}
