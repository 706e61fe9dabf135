import type { Refusal } from '@palabre/contracts';
import { because, say } from '../decision.js';

export const partsAbsent = (missing: readonly string[]): Refusal =>
  because(
    'part-absent',
    'MDM-02',
    say(`Une charte a six parties ; il manque : ${missing.join(', ')}.`, `A charter has six parts; missing: ${missing.join(', ')}.`),
    say('Les écrire, ou les déclarer « non dites ».', 'Write them, or declare them "not stated".'),
  );

export const partEmpty = (parts: readonly string[]): Refusal =>
  because(
    'part-empty',
    'MDM-02',
    say(`Déclarées écrites, mais sans clause : ${parts.join(', ')}.`, `Declared written, but without a clause: ${parts.join(', ')}.`),
    say('Proposer leurs clauses, ou les déclarer « non dites ».', 'Propose their clauses, or declare them "not stated".'),
  );

export const loadedAlready = (): Refusal =>
  because(
    'loaded-already',
    'MDM-77',
    say('Une édition est en vigueur : elle se révise, elle ne se remplace pas.', 'An edition is in force: it is revised, not replaced.'),
    say('Ouvrir une révision.', 'Open a revision.'),
  );

export const nothingInForce = (): Refusal =>
  because(
    'nothing-in-force',
    'MDM-77',
    say('Aucune édition n’est en vigueur.', 'No edition is in force.'),
    say('Charger la charte d’abord.', 'Load the charter first.'),
  );

export const revisionOpen = (): Refusal =>
  because(
    'revision-open',
    'MDM-77',
    say('Une révision est déjà ouverte.', 'A revision is open already.'),
    say('La mener à sa fin.', 'Bring it to its end.'),
  );

/** Listening, position, tools, publication: each step opens the next (ALE-26). */
export const notThisStep = (waitsFor: string | null): Refusal =>
  because(
    'revision-step',
    'ALE-26',
    waitsFor === null
      ? say('Aucune révision n’est ouverte.', 'No revision is open.')
      : say(
          `La révision en est à : ${waitsFor}. On écoute, on prend position, on prépare les outils, puis on publie.`,
          `The revision waits for: ${waitsFor}. One listens, takes position, prepares tools, then publishes.`,
        ),
    waitsFor === null ? say('Ouvrir une révision.', 'Open a revision.') : say('Faire d’abord cette étape.', 'Take that step first.'),
  );

export const noSources = (): Refusal =>
  because(
    'sources-missing',
    'ALE-26',
    say('Une écoute nomme qui a été écouté.', 'A listening names who was listened to.'),
    say('Nommer au moins une source.', 'Name at least one source.'),
  );

export const nothingChanged = (): Refusal =>
  because(
    'nothing-changed',
    'MDM-77',
    say('Aucune clause ne diffère de l’édition en vigueur.', 'No clause differs from the edition in force.'),
    say('Proposer ce qui doit changer.', 'Propose what should change.'),
  );

/** A warning: an edition may be published while some of its clauses wait, and says which. */
export const notValidated = (clauses: readonly string[]): Refusal =>
  because(
    'clauses-not-validated',
    'MDM-76',
    say(
      `Clauses publiées sans validation dans leurs mots présents : ${clauses.join(', ')}.`,
      `Clauses published without validation of their present words: ${clauses.join(', ')}.`,
    ),
    say('Les faire valider ; l’édition le dit jusque-là.', 'Have them validated; until then the edition says so.'),
  );

export const noSuchCommitment = (): Refusal =>
  because(
    'no-such-commitment',
    'MDM-06',
    say('Aucun engagement inscrit ne porte cet identifiant.', 'No registered commitment has this id.'),
    say('L’inscrire d’abord.', 'Register it first.'),
  );

export const commitmentKnown = (): Refusal =>
  because(
    'commitment-known',
    'MDM-06',
    say('Cet engagement est déjà inscrit.', 'This commitment is registered already.'),
    say('Recueillir les accords des membres.', 'Collect the consents of the members.'),
  );

export const notAMember = (): Refusal =>
  because(
    'not-a-member',
    'MDM-06',
    say(
      'Votre organisation n’est pas membre concerné par cet engagement, ou a déjà consenti.',
      'Your organisation is no member of this commitment, or has consented already.',
    ),
    say('Relire la liste des membres.', 'Read the list of members again.'),
  );

export const notUnanimous = (missing: readonly string[]): Refusal =>
  because(
    'not-unanimous',
    'MDM-06',
    say(`N’ont pas consenti : ${missing.join(', ')}.`, `Have not consented: ${missing.join(', ')}.`),
    say('La signature peut commencer sans eux ; ils restent nommés.', 'The signing may start without them; they stay named.'),
  );
