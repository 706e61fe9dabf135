import type { Localized, Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const hostCannotReceive = (): Refusal =>
  because(
    'recipient-not-another',
    'MDM-46',
    say(
      'Le projet est remis à une autre partie que celle qui le porte.',
      'The project is handed to a party other than the one that holds it.',
    ),
    say(
      'Nommer une autre partie ; une organisation nouvelle entre d’abord (ProposeAccession).',
      'Name another party; a new organisation comes in first (ProposeAccession).',
    ),
  );

export const noSuchMilestone = (milestone: string): Refusal =>
  because(
    'no-such-milestone',
    'MDM-47',
    say(
      `Le plan convenu n’a pas d’étape ouverte « ${milestone} » sur cette voie.`,
      `The agreed plan has no open milestone "${milestone}" on this track.`,
    ),
    say('Vérifier le plan de transfert et les étapes déjà atteintes.', 'Check the transfer plan and the milestones already reached.'),
  );

export const nothingPlanned = (): Refusal =>
  because(
    'transfer-unplanned',
    'MDM-48',
    say(
      'Le plan de transfert n’est pas convenu : il n’y a encore rien dont on puisse juger la préparation.',
      'The transfer plan is not agreed: there is nothing yet whose readiness could be judged.',
    ),
    say('Proposer le plan et l’accepter (transfer-plan), puis évaluer.', 'Propose and accept the plan (transfer-plan), then assess.'),
  );

export const notTheRecipient = (): Refusal =>
  because(
    'not-the-recipient',
    'MDM-48',
    say(
      'La préparation est acceptée par la partie qui reprend, par elle seule.',
      'Readiness is accepted by the party that takes over, and by it alone.',
    ),
    say('Laisser répondre cette partie.', 'Let that party answer.'),
  );

export const notReady = (missing: readonly Localized[]): Refusal =>
  because(
    'not-ready',
    'MDM-48',
    say(
      `La préparation ne peut pas être acceptée : ${missing.map(item => item.fr).join(' ')}`,
      `Readiness cannot be accepted: ${missing.map(item => item.en).join(' ')}`,
    ),
    say('Compléter les deux voies, puis accepter.', 'Complete both tracks, then accept.'),
  );

export const readinessStands = (): Refusal =>
  because(
    'readiness-accepted',
    'MDM-48',
    say('La préparation est déjà acceptée.', 'Readiness is already accepted.'),
    say('Signer l’acte de remise, puis transférer.', 'Sign the handover deed, then transfer.'),
  );

export const deedNotAgreed = (): Refusal =>
  because(
    'deed-not-agreed',
    'S-04',
    say('L’acte de remise n’est pas convenu par toutes les parties.', 'The handover deed is not agreed by every party.'),
    say('Le proposer et l’accepter (handover-deed), puis le signer.', 'Propose and accept it (handover-deed), then sign it.'),
  );

export const deedSigned = (): Refusal =>
  because(
    'deed-signed',
    'S-04',
    say('Votre partie a déjà signé cette version de l’acte.', 'Your party has already signed this version of the deed.'),
    say('Rien à faire.', 'Nothing to do.'),
  );

export const checkNotOwed = (): Refusal =>
  because(
    'check-not-owed',
    'MDM-48',
    say(
      'Cette vérification n’est pas due : rien n’a été transféré, ou elle est déjà notée.',
      'This check is not owed: nothing was transferred, or it is already recorded.',
    ),
    say('Vérifier les échéances du dossier.', 'Look at the deadlines of the file.'),
  );

export const checkTooEarly = (dueAt: string): Refusal =>
  because(
    'check-too-early',
    'MDM-48',
    say(`Cette vérification se fait à partir du ${dueAt.slice(0, 10)}.`, `This check is made from ${dueAt.slice(0, 10)} on.`),
    say('Attendre ce jour.', 'Wait for that day.'),
  );
