import type { Refusal } from '@palabre/contracts';
import { because, say } from '../decision.js';

export const registrationMissing = (): Refusal =>
  because(
    'registration-missing',
    'ALE-04',
    say('Cette forme d’organisation porte un numéro d’enregistrement.', 'This form of organisation has a registration number.'),
    say(
      'Donner le numéro, ou corriger la forme : un groupe informel n’en a pas besoin.',
      'Give the number, or correct the form: an informal group needs none.',
    ),
  );

export const subKindElsewhere = (sector: string, subKinds: readonly string[]): Refusal =>
  because(
    'sub-kind-elsewhere',
    'HFA-07',
    say(`Le secteur « ${sector} » n’a pas cette nature d’organisation.`, `The sector "${sector}" has no such kind of organisation.`),
    say(
      subKinds.length > 0 ? `Choisir parmi : ${subKinds.join(', ')}.` : 'Ne rien indiquer : ce secteur n’est pas subdivisé.',
      subKinds.length > 0 ? `Choose one of: ${subKinds.join(', ')}.` : 'Leave it out: this sector is not divided further.',
    ),
  );

export const documentsMissing = (missing: readonly string[]): Refusal =>
  because(
    'documents-missing',
    'ALE-04',
    say(
      `Pièces encore attendues pour cette forme : ${missing.join(', ')}.`,
      `Documents still expected for this form: ${missing.join(', ')}.`,
    ),
    say('Les joindre à la fiche dès qu’elles sont là.', 'Add them to the profile once they are there.'),
  );

export const mandateBackwards = (): Refusal =>
  because(
    'mandate-backwards',
    'S-16',
    say('Le mandat finit avant de commencer.', 'The mandate ends before it begins.'),
    say('Corriger les deux dates.', 'Correct both dates.'),
  );

export const noSuchMandate = (): Refusal =>
  because(
    'no-such-mandate',
    'S-16',
    say('Aucun mandat en cours ne porte cet identifiant.', 'No mandate in force has this id.'),
    say('Relire les mandats de l’organisation.', 'Read the mandates of the organisation again.'),
  );
