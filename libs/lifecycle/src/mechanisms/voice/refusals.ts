import type { Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const noOpenChallenge = (challenge: string): Refusal =>
  because(
    'no-open-challenge',
    'ALE-08',
    say(`Aucune difficulté ouverte ne porte la référence ${challenge}.`, `No open challenge has the reference ${challenge}.`),
    say('Reprendre la référence dans le dossier.', 'Take the reference from the file.'),
  );

export const acknowledgedByTheOther = (): Refusal =>
  because(
    'own-challenge',
    'PMP-32',
    say('C’est l’autre partie qui reconnaît la difficulté.', 'The other party acknowledges the challenge.'),
    say(
      'Attendre sa réponse, ou lui en parler sous l’arbre (PostPalaverMessage).',
      'Wait for its answer, or talk to it under the tree (PostPalaverMessage).',
    ),
  );

export const alreadyAcknowledged = (party: string): Refusal =>
  because(
    'already-acknowledged',
    'PMP-32',
    say(`« ${party} » a déjà reconnu cette difficulté.`, `"${party}" has acknowledged this challenge already.`),
    say('Chercher la solution ensemble.', 'Look for the solution together.'),
  );

export const resolvedByWhoRaised = (party: string): Refusal =>
  because(
    'resolved-by-who-raised',
    'ALE-08',
    say(
      `Seule la partie qui a soulevé la difficulté (« ${party} ») la dit résolue.`,
      `Only the party that raised the challenge ("${party}") says that it is resolved.`,
    ),
    say(
      `Proposer la solution à « ${party} » et lui laisser le dernier mot.`,
      `Offer the solution to "${party}" and leave the last word to it.`,
    ),
  );
