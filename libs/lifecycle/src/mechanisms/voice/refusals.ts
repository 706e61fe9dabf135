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

export const notAcknowledged = (): Refusal =>
  because(
    'not-acknowledged',
    'PMP-32',
    say('La difficulté n’est pas encore reconnue.', 'The challenge is not acknowledged yet.'),
    say(
      'L’autre partie la reconnaît (AcknowledgeChallenge), puis chacune s’engage.',
      'The other party acknowledges it (AcknowledgeChallenge), then each commits.',
    ),
  );

export const alreadyCommitted = (): Refusal =>
  because(
    'already-committed',
    'AGI-14',
    say('Votre partie s’est déjà engagée sur cette difficulté.', 'Your party has already committed on this challenge.'),
    say('Attendre les autres parties, puis voir si elle est résolue.', 'Wait for the other parties, then see whether it is resolved.'),
  );

export const alreadyMediated = (): Refusal =>
  because(
    'already-mediated',
    'PMP-54',
    say('Une médiation est déjà ouverte sur cette difficulté.', 'A mediation is already open on this challenge.'),
    say('Tenir la rencontre de médiation (HoldMeeting).', 'Hold the mediation meeting (HoldMeeting).'),
  );

export const mediatorTakesPart = (): Refusal =>
  because(
    'mediator-takes-part',
    'PMP-54',
    say('Qui propose ou accepte la médiation ne la mène pas.', 'Who proposes or accepts the mediation does not lead it.'),
    say('Nommer quelqu’un qui n’agit pour aucune partie.', 'Name somebody who acts for no party.'),
  );

export const notProposed = (): Refusal =>
  because(
    'mediator-not-proposed',
    'PMP-54',
    say('Cette personne n’est pas proposée pour la médiation.', 'This person is not proposed as mediator.'),
    say(
      'Répondre sur la proposition présente, ou en faire une autre (ProposeMediator).',
      'Answer on the present proposal, or make another (ProposeMediator).',
    ),
  );

export const mediatorAlreadyAccepted = (): Refusal =>
  because(
    'already-accepted',
    'PMP-54',
    say(
      'Votre partie a déjà accepté cette médiation ; proposer, c’est accepter.',
      'Your party has already accepted this mediator; to propose is to accept.',
    ),
    say('Attendre les autres parties.', 'Wait for the other parties.'),
  );

export const whichResources = (): Refusal =>
  because(
    'which-resources',
    'PMP-50',
    say(
      'Une difficulté de moyens dit ce qui manque : argent, temps ou personnel.',
      'A difficulty about resources says what lacks: money, time or staff.',
    ),
    say('Remplir au moins un champ de `resources`.', 'Fill in at least one field of `resources`.'),
  );

export const notAboutResources = (): Refusal =>
  because(
    'not-about-resources',
    'PMP-50',
    say('Argent, temps et personnel vont avec une difficulté de moyens.', 'Money, time and staff go with a difficulty about resources.'),
    say('Choisir `kind: resources`, ou retirer ces champs.', 'Choose `kind: resources`, or leave these fields out.'),
  );

export const whoIsInTheCircle = (): Refusal =>
  because(
    'who-is-in-the-circle',
    'PMP-51',
    say(
      'Une difficulté sur les acteurs se résout en nommant qui rejoint le cercle ou qui le quitte.',
      'A difficulty about stakeholders is resolved by naming who joins the circle or who leaves it.',
    ),
    say('Nommer dans `circle` au moins un acteur de la carte.', 'Name in `circle` at least one actor of the map.'),
  );
