import type { Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const noDormancy = (): Refusal =>
  because(
    'no-dormancy',
    'MDM-53',
    say('Ce type de partenariat ne se met pas en sommeil.', 'This type of partnership does not lie dormant.'),
    say('Continuer à faible intensité, ou décider de clore.', 'Go on at low intensity, or decide to close.'),
  );

export const sameIntensity = (): Refusal =>
  because(
    'same-intensity',
    'MDM-53',
    say('La relation a déjà cette intensité.', 'The relation already has this intensity.'),
    say('Rien à faire.', 'Nothing to do.'),
  );

export const bridgeStands = (): Refusal =>
  because(
    'bridge-open',
    'ALE-63',
    say('Un pont est déjà ouvert.', 'A bridge is already open.'),
    say(
      'Il se ferme quand la relation reprend ou que l’accord est renouvelé.',
      'It closes when the relation continues or the agreement is renewed.',
    ),
  );

export const noMembership = (): Refusal =>
  because(
    'no-membership',
    'MDM-57',
    say('Ce partenariat n’est pas une adhésion à un réseau.', 'This partnership is no membership of a network.'),
    say('Adhérer d’abord (JoinNetwork), là où le type le prévoit.', 'Join first (JoinNetwork), where the type provides it.'),
  );

export const noFirstPhase = (): Refusal =>
  because(
    'no-first-phase',
    'PMP-60',
    say('Ce type ne compte pas de première phase.', 'This type counts no first phase.'),
    say('Décider ensemble autrement (ProposeDecision).', 'Decide together otherwise (ProposeDecision).'),
  );

export const prolongedUntilMissing = (): Refusal =>
  because(
    'prolonged-until-missing',
    'PMP-60',
    say(
      'Prolonger demande un jour à venir ; institutionnaliser n’en a pas.',
      'Prolonging needs a day to come; institutionalising has none.',
    ),
    say('Donner ou retirer ce jour (prolongedUntil).', 'Give or drop that day (prolongedUntil).'),
  );

export const nothingToCatchUp = (): Refusal =>
  because(
    'nothing-to-catch-up',
    'ALE-34',
    say('Aucun niveau n’a été dicté par une date d’offre.', 'No level was driven by a bid deadline.'),
    say('Proposer un changement ou un texte comme d’ordinaire.', 'Propose a change or a text as usual.'),
  );
