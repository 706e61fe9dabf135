import type { GateId, Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const nobodyToAgreeWith = (): Refusal =>
  because(
    'nobody-to-agree-with',
    'C-15',
    say('Il n’y a pas d’autre partie pour accepter.', 'There is no other party to agree.'),
    say('Faire entrer une partie d’abord.', 'Let a party in first.'),
  );

export const alreadyProposed = (): Refusal =>
  because(
    'already-proposed',
    'MDM-15',
    say('Une proposition de cette sorte attend déjà des réponses.', 'A proposal of this kind already waits for answers.'),
    say('Y répondre, ou la décliner, avant d’en faire une autre.', 'Answer or decline it before making another one.'),
  );

export const noSuchProposal = (): Refusal =>
  because(
    'no-such-proposal',
    'MDM-15',
    say('Cette proposition n’est pas ouverte.', 'This proposal is not open.'),
    say('Vérifier sa référence parmi les tâches ouvertes.', 'Check its reference among the open tasks.'),
  );

export const alreadyAnswered = (): Refusal =>
  because(
    'already-answered',
    'MDM-15',
    say('Votre partie a déjà accepté cette proposition.', 'Your party has already agreed to this proposal.'),
    say('Rien à faire ; pour revenir en arrière, la décliner.', 'Nothing to do; to go back on it, decline it.'),
  );

export const noVoice = (): Refusal =>
  because(
    'no-vote',
    'PMP-24',
    say(
      'Qui tient le secrétariat neutre convoque, note et médiatise, sans voter.',
      'Who holds the neutral secretariat convenes, records and mediates, and has no vote.',
    ),
    say('Laisser répondre une partie, ou la personne qui porte sa voix.', 'Let a party answer, or the person who carries its vote.'),
  );

export const typeNotResolved = (type: string): Refusal =>
  because(
    'type-not-offered',
    'MDM-32',
    say(
      `Les règles du type « ${type} » ne sont pas connues dans cette charte.`,
      `The rules of type "${type}" are not known under this charter.`,
    ),
    say('Choisir un type que la charte propose.', 'Choose a type that the charter offers.'),
  );

export const sameType = (): Refusal =>
  because(
    'same-type',
    'MDM-32',
    say('Le partenariat est déjà de ce type.', 'The partnership already is of this type.'),
    say('Choisir un autre type.', 'Choose another type.'),
  );

/** What the new type still misses: gates by name, in the words of each. */
export const gatesOfNewType = (missing: readonly Refusal[], unmet: readonly Refusal[]): Refusal => {
  const all = [...missing, ...unmet];
  const gates: GateId[] = missing.flatMap(one => one.gates);
  return because(
    'gates-of-new-type',
    'MDM-32',
    say(
      `Le nouveau type demande encore : ${all.map(one => one.reason.fr).join(' ')}`,
      `The new type still asks for: ${all.map(one => one.reason.en).join(' ')}`,
    ),
    say('Compléter ce qui manque, puis accepter.', 'Complete what is missing, then agree.'),
    gates,
  );
};

export const levelNotUsed = (levels: readonly string[]): Refusal => {
  const names = levels.join(', ');
  return levels.length === 0
    ? because(
        'level-not-used',
        'ALE-34',
        say('Ce type n’a pas de niveau de conduite.', 'This type has no leadership level.'),
        say(
          'Dire la position (devant, à côté, derrière) aux questions d’étape.',
          'Say the position (leading, beside, behind) in the stage questions.',
        ),
      )
    : because(
        'level-not-used',
        'ALE-34',
        say(`Pour ce type, les niveaux sont : ${names}.`, `For this type the levels are: ${names}.`),
        say('Choisir l’un d’eux.', 'Choose one of them.'),
      );
};

export const approachIsTheirs = (): Refusal =>
  because(
    'approach-not-local',
    'ALE-30',
    say(
      'Conduit localement : l’approche est écrite par un partenaire ou par des gens du lieu.',
      'Locally led: the approach is written by a partner or by people of the place.',
    ),
    say(
      'Nommer un partenaire (ou personne) comme auteur, ou choisir un autre niveau.',
      'Name a partner (or none) as its author, or choose another level.',
    ),
  );

export const takeOverMissing = (): Refusal =>
  because(
    'take-over-missing',
    'ALE-31',
    say(
      'Géré localement : il manque le jour où le partenaire prend la gestion.',
      'Locally managed: the day on which the partner takes over is missing.',
    ),
    say('Donner ce jour (takeOverOn).', 'Give that day (takeOverOn).'),
  );

export const awardMissing = (): Refusal =>
  because(
    'award-missing',
    'ALE-34',
    say(
      'Un niveau dicté par une date d’offre demande le jour de l’attribution, dont part le rattrapage.',
      'A level driven by a bid deadline needs the day of the award, from which the catch-up counts.',
    ),
    say('Donner ce jour (awardedOn).', 'Give that day (awardedOn).'),
  );

export const securityStaysUnsaid = (): Refusal =>
  because(
    'security-stays-unsaid',
    'ALE-35',
    say(
      'Une raison de sécurité ne s’écrit pas en clair dans un dossier partagé.',
      'A reason of security is not written in clear in a shared file.',
    ),
    say('Laisser la note vide, ou la sceller.', 'Leave the note empty, or seal it.'),
  );

export const renewalNeedsGuarantor = (): Refusal =>
  because(
    'account-not-rendered',
    'HFA-38',
    say(
      'Le compte n’est pas rendu : seule la hiérarchie, garante, propose le renouvellement, avec sa raison écrite.',
      'The account is not rendered: the hierarchy alone, as guarantor, proposes the renewal, with its written reason.',
    ),
    say(
      'Rendre compte d’abord, ou faire proposer par la hiérarchie (guarantorReason).',
      'Render the account first, or let the hierarchy propose it (guarantorReason).',
    ),
  );

export const termBackwards = (): Refusal =>
  because(
    'term-in-the-past',
    'HFA-38',
    say('Le nouveau terme est déjà passé.', 'The new term has already passed.'),
    say('Donner un terme à venir.', 'Give a term to come.'),
  );

export const emergencyOpen = (): Refusal =>
  because(
    'emergency-used',
    'S-19',
    say('Le chemin d’urgence a déjà été ouvert une fois dans ce dossier.', 'The emergency path was already opened once in this file.'),
    say('Suivre le chemin ordinaire.', 'Follow the ordinary path.'),
  );

export const roleTableFirst = (): Refusal =>
  because(
    'role-table-missing',
    'ALE-56',
    say(
      'Aucun projet ne se lie au partenariat avant que la table des rôles soit convenue.',
      'No project is linked to the partnership before the table of roles is agreed.',
    ),
    say('Convenir des rôles (texte « roles »), puis proposer.', 'Agree the roles (text "roles"), then propose.'),
  );
