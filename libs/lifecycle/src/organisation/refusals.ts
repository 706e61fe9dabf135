import type { Refusal } from '@palabre/contracts';
import { because, say } from '../decision.js';

export const noSuchHit = (): Refusal =>
  because(
    'no-such-hit',
    'S-02',
    say('Aucune ressemblance en attente ne porte cet identifiant.', 'No resemblance that waits has this id.'),
    say('Relire le dernier passage au crible.', 'Read the latest screening again.'),
  );

export const judgeInOwnCause = (): Refusal =>
  because(
    'four-eyes',
    'FOUR-EYES',
    say('Une organisation ne se blanchit pas elle-même.', 'An organisation does not clear itself.'),
    say('Laisser une autre organisation regarder.', 'Let another organisation look.'),
  );

export const screenedByYourself = (): Refusal =>
  because(
    'four-eyes',
    'FOUR-EYES',
    say('Qui a passé les noms au crible ne juge pas les ressemblances.', 'Who screened the names does not judge the resemblances.'),
    say('Laisser une autre personne regarder.', 'Let another person look.'),
  );

export const noConsent = (): Refusal =>
  because(
    'no-consent',
    'ALE-51',
    say(
      'L’organisation n’a pas accepté que cela soit publié à ce niveau de détail.',
      'The organisation has not consented to publication at this level of detail.',
    ),
    say('Demander son accord, ou publier moins.', 'Ask for its consent, or publish less.'),
  );

export const contactNotAtThisLevel = (): Refusal =>
  because(
    'contact-not-at-this-level',
    'ALE-51',
    say('À ce niveau, la fiche ne porte pas de contact.', 'At this level the profile carries no contact.'),
    say('Retirer le contact, ou publier au niveau « contact ».', 'Leave the contact out, or publish at level "contact".'),
  );

export const nothingPublic = (): Refusal =>
  because(
    'nothing-public',
    'ALE-51',
    say('Rien n’est publié ni accepté.', 'Nothing is published or consented to.'),
    say('Rien à faire.', 'Nothing to do.'),
  );

export const teamKnown = (): Refusal =>
  because(
    'team-known',
    'ALE-67',
    say('Cette équipe est déjà nommée.', 'This team is named already.'),
    say('Attendre son examen annuel.', 'Wait for its yearly review.'),
  );

export const noSuchTeam = (): Refusal =>
  because(
    'no-such-team',
    'ALE-67',
    say('Aucune équipe ne porte cet identifiant.', 'No team has this id.'),
    say('Nommer l’équipe d’abord.', 'Name the team first.'),
  );

export const qualityUnscored = (missing: readonly string[]): Refusal =>
  because(
    'answers-do-not-fit',
    'ALE-67',
    say(`Il manque : ${missing.join(', ')}.`, `Missing: ${missing.join(', ')}.`),
    say('Donner une note de 1 à 5 à chacune des cinq qualités.', 'Score each of the five qualities from 1 to 5.'),
  );

export const accountPromised = (): Refusal =>
  because(
    'account-promised',
    'ALE-21',
    say('Le compte rendu public est déjà promis.', 'The public account is promised already.'),
    say('Attendre son échéance.', 'Wait for its date.'),
  );

export const accountInThePast = (today: string): Refusal =>
  because(
    'due-in-the-past',
    'ALE-21',
    say(
      `Un compte rendu se promet pour un jour à venir : nous sommes le ${today}.`,
      `A public account is promised for a day to come: today is ${today}.`,
    ),
    say('Donner un premier jour à partir d’aujourd’hui.', 'Give a first day from today on.'),
  );

export const yearPublished = (year: number): Refusal =>
  because(
    'year-published',
    'ALE-21',
    say(`Le rapport de ${year} est publié : il ne change plus.`, `The report of ${year} is published: it does not change.`),
    say('Rendre compte d’une correction dans le rapport suivant.', 'Tell of a correction in the next report.'),
  );

export const yearToCome = (year: number, rule: string): Refusal =>
  because(
    'from-the-future',
    rule,
    say(`L’année ${year} n’a pas commencé.`, `The year ${year} has not begun.`),
    say('Nommer une année commencée.', 'Name a year that has begun.'),
  );

export const reviewsOutstanding = (teams: readonly string[]): Refusal =>
  because(
    'reviews-outstanding',
    'ALE-67',
    say(`Équipes dont l’examen manque : ${teams.join(', ')}.`, `Teams whose review is missing: ${teams.join(', ')}.`),
    say('Le rapport le dit ; le prochain les portera.', 'The report says so; the next one will hold them.'),
  );

export const noSuchAction = (): Refusal =>
  because(
    'no-such-action',
    'ALE-40',
    say('Aucune action en cours ne porte cet identifiant.', 'No open action has this id.'),
    say('Relire le plan de l’équipe.', 'Read the plan of the team again.'),
  );

export const actionInThePast = (today: string): Refusal =>
  because(
    'due-in-the-past',
    'ALE-40',
    say(
      `Une action se prévoit pour un jour à venir : nous sommes le ${today}.`,
      `An action is planned for a day to come: today is ${today}.`,
    ),
    say('Donner un jour à partir d’aujourd’hui.', 'Give a day from today on.'),
  );

export const meansNotSaid = (): Refusal =>
  because(
    'reason-missing',
    'ALE-61',
    say('Ce qui a manqué n’est pas dit.', 'What lacked is not said.'),
    say('Dire ce qui a manqué : personnes, temps, argent, organisation.', 'Say what lacked: people, time, money, organisation.'),
  );

export const yearReviewed = (year: number): Refusal =>
  because(
    'year-reviewed',
    'ALE-55',
    say(`Les procédures de ${year} sont déjà revues.`, `The procedures of ${year} are reviewed already.`),
    say('Attendre la revue de l’année suivante.', 'Wait for the review of the next year.'),
  );
