import type { Refusal, TextKind } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const noSuchText = (kind: TextKind): Refusal =>
  because(
    'no-such-text',
    'MDM-15',
    say(`Aucun texte « ${kind} » n’a été proposé.`, `No text "${kind}" has been proposed.`),
    say('Le proposer d’abord (ProposeText).', 'Propose it first (ProposeText).'),
  );

export const staleVersion = (kind: TextKind, present: number): Refusal =>
  because(
    'stale-version',
    'MDM-15',
    say(
      `Le texte « ${kind} » a changé : la version présente est la ${present}.`,
      `The text "${kind}" has changed: its present version is ${present}.`,
    ),
    say('Relire la version présente, puis répondre sur elle.', 'Read the present version, then answer on it.'),
  );

export const alreadyAccepted = (kind: TextKind): Refusal =>
  because(
    'already-accepted',
    'MDM-15',
    say(`Votre partie a déjà accepté cette version de « ${kind} ».`, `Your party has already accepted this version of "${kind}".`),
    say('Rien à faire ; pour rouvrir, contester ou proposer une version.', 'Nothing to do; to reopen, contest it or propose a version.'),
  );

export const askerNeverApproves = (): Refusal =>
  because(
    'four-eyes',
    'FOUR-EYES',
    say('Qui a proposé ce texte ne l’approuve pas.', 'Who proposed this text does not approve it.'),
    say('Une autre personne mandatée répond.', 'Another person with the right answers.'),
  );

export const contestedStays = (kind: TextKind): Refusal =>
  because(
    'contested',
    'MDM-11',
    say(
      `Le texte « ${kind} » est contesté : cette version ne peut plus être acceptée.`,
      `The text "${kind}" is contested: this version can no longer be accepted.`,
    ),
    say('Proposer une nouvelle version qui répond aux raisons.', 'Propose a new version that answers the reasons.'),
  );

export const budgetDoesNotSum = (stated: number, sum: number): Refusal =>
  because(
    'budget-does-not-sum',
    'MDM-11',
    say(
      `Le total annoncé (${stated}) n’est pas la somme des lignes (${sum}).`,
      `The stated total (${stated}) is not the sum of the lines (${sum}).`,
    ),
    say('Corriger le total ou les lignes.', 'Correct the total or the lines.'),
  );

export const mixedCurrencies = (): Refusal =>
  because(
    'mixed-currencies',
    'MDM-11',
    say('Un budget tient en une seule devise.', 'A budget holds in one currency.'),
    say('Convertir les lignes dans la devise du total.', 'Convert the lines to the currency of the total.'),
  );

export const repeatedEntry = (kind: TextKind, entry: string): Refusal =>
  because(
    'repeated-entry',
    'HFA-14',
    say(`« ${entry} » apparaît deux fois dans « ${kind} ».`, `"${entry}" appears twice in "${kind}".`),
    say('Donner à chaque ligne ou clause un numéro unique.', 'Give each line or clause a number of its own.'),
  );

export const unknownParty = (party: string): Refusal =>
  because(
    'unknown-party',
    'C-15',
    say(`« ${party} » n’est pas partie à ce partenariat.`, `"${party}" is not a party of this partnership.`),
    say('Nommer une partie du dossier.', 'Name a party of the file.'),
  );

export const whyIsTheOthers = (line: string): Refusal =>
  because(
    'why-is-the-others',
    'MDM-19',
    say(
      `Le « pourquoi » de la ligne ${line} appartient à la partie renforcée.`,
      `The "why" of line ${line} belongs to the party that is strengthened.`,
    ),
    say(
      'Laisser ce champ vide ; cette partie l’écrira dans sa version.',
      'Leave the field empty; that party will write it in its version.',
    ),
  );

export const alreadyTranslated = (language: string): Refusal =>
  because(
    'already-translated',
    'MDM-16',
    say(`Cette version existe déjà en « ${language} ».`, `This version already exists in "${language}".`),
    say('Proposer une nouvelle version pour corriger.', 'Propose a new version to correct it.'),
  );
