import type { Localized, Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const keepVoteThroughAnother = (): Refusal =>
  because(
    'secretariat-keeps-no-vote',
    'PMP-24',
    say(
      'La personne qui tient le secrétariat ne porte pas aussi la voix de sa partie.',
      'The person who holds the secretariat does not carry the vote of its party too.',
    ),
    say('Nommer une autre personne, ou laisser la partie sans voix.', 'Name another person, or leave the party without a vote.'),
  );

export const admissionClosed = (admission: string): Refusal =>
  because(
    admission === 'own-rules' ? 'network-admits' : 'admission-closed',
    'PMP-21',
    admission === 'own-rules'
      ? say('Le réseau admet ses membres par ses propres règles.', 'The network admits its members by its own rules.')
      : say('Ce type de partenariat n’admet pas d’autre partie.', 'This type of partnership admits no further party.'),
    say(
      'Changer de type d’un commun accord, ou ouvrir un autre partenariat.',
      'Change the type by agreement, or open another partnership.',
    ),
  );

export const notTheApplicant = (): Refusal =>
  because(
    'not-the-applicant',
    'PMP-21',
    say('Cette demande appartient à la partie qui veut entrer.', 'This request belongs to the party that wants to come in.'),
    say('Laisser répondre cette partie.', 'Let that party answer.'),
  );

export const applicantNotReady = (missing: readonly Localized[]): Refusal =>
  because(
    'applicant-not-ready',
    'PMP-21',
    say(
      `La partie qui demande à entrer n’est pas prête : ${missing.map(item => item.fr).join(' ')}`,
      `The applicant is not ready: ${missing.map(item => item.en).join(' ')}`,
    ),
    say('Compléter, puis accepter son entrée.', 'Complete it, then agree to its accession.'),
  );
