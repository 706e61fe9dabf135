import { accompanimentKinds, type Refusal, type TextKind } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const alreadyAccepted = (kind: TextKind): Refusal =>
  because(
    'already-accepted',
    'MDM-15',
    say(`Votre partie a déjà accepté cette version de « ${kind} ».`, `Your party has already accepted this version of "${kind}".`),
    say('Rien à faire ; pour rouvrir, contester ou proposer une version.', 'Nothing to do; to reopen, contest it or propose a version.'),
  );

export const notTranslatedYet = (kind: TextKind, language: string): Refusal =>
  because(
    'not-in-your-language',
    'MDM-16',
    say(
      `Cette version de « ${kind} » n’existe pas en « ${language} », la langue de travail de votre partie.`,
      `This version of "${kind}" does not exist in "${language}", the working language of your party.`,
    ),
    say(
      'La faire traduire d’abord (TranslateText), par l’une ou l’autre partie ; la contester reste possible.',
      'Have it translated first (TranslateText), by either party; contesting it stays possible.',
    ),
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

export const repeatedEntry = (kind: TextKind, entry: string): Refusal =>
  because(
    'repeated-entry',
    'HFA-14',
    say(`« ${entry} » apparaît deux fois dans « ${kind} ».`, `"${entry}" appears twice in "${kind}".`),
    say('Donner à chaque ligne ou clause un numéro unique.', 'Give each line or clause a number of its own.'),
  );

export const noSuchPart = (kind: TextKind, part: string): Refusal =>
  because(
    'no-such-part',
    'MDM-11',
    say(
      `« ${part} » n’est ni ligne ni clause de la version présente de « ${kind} ».`,
      `"${part}" is no line or clause of the present version of "${kind}".`,
    ),
    say(
      'Reprendre les numéros du texte ; une liste vide conteste le tout.',
      'Take the numbers from the text; an empty list contests the whole.',
    ),
  );

export const alreadyContested = (kind: TextKind): Refusal =>
  because(
    'already-contested',
    'MDM-15',
    say(`Votre partie a déjà contesté cette version de « ${kind} ».`, `Your party has already contested this version of "${kind}".`),
    say(
      'Compléter ses raisons en commentaire (CommentText), ou proposer une version.',
      'Add reasons as a comment (CommentText), or propose a version.',
    ),
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

export const servesNoObjective = (line: string, objective: string, known: string): Refusal =>
  because(
    'no-such-objective',
    'MDM-41',
    say(
      `La ligne ${line} sert l’objectif « ${objective} », que les objectifs communs ne connaissent pas : ${known}.`,
      `Line ${line} serves the objective "${objective}", which the common objectives do not know: ${known}.`,
    ),
    say(
      'Reprendre dans `objective` le numéro d’un objectif du texte, ou l’y ajouter d’abord (ProposeText).',
      'Take the number of an objective of the text in `objective`, or add it there first (ProposeText).',
    ),
  );

/** A warning: what a line serves cannot be looked up yet. */
export const objectivesToCome = (): Refusal =>
  because(
    'objectives-to-come',
    'MDM-41',
    say(
      'Aucun texte d’objectifs n’est proposé : on ne sait pas encore ce que les lignes du plan servent.',
      'No text of objectives is proposed: nobody knows yet what the lines of the plan serve.',
    ),
    say(
      'Proposer les objectifs communs (ProposeText, genre `objectives`).',
      'Propose the common objectives (ProposeText, kind `objectives`).',
    ),
  );

export const accompanimentUnnamed = (lines: readonly string[]): Refusal =>
  because(
    'accompaniment-unnamed',
    'ALE-37',
    say(
      `Chaque ligne du plan nomme sa forme d’accompagnement ; sans forme : ${lines.join(', ')}.`,
      `Each line of the plan names its kind of accompaniment; without one: ${lines.join(', ')}.`,
    ),
    say(`Choisir parmi : ${accompanimentKinds.join(', ')}.`, `Choose one of: ${accompanimentKinds.join(', ')}.`),
  );

export const membersLeftOut = (): Refusal =>
  because(
    'members-left-out',
    'HFA-29',
    say(
      'Après la signature, le contenu de l’accord va à tous les membres, et pas à un organe seul.',
      'After signature the content of the agreement goes to all members, not to one body alone.',
    ),
    say('Nommer les membres dans `with` (`member`), à côté des organes.', 'Name the members in `with` (`member`), beside the bodies.'),
  );

export const summaryMissing = (): Refusal =>
  because(
    'summary-missing',
    'HFA-29',
    say(
      'Après la signature, les membres reçoivent le texte entier et un résumé en mots simples.',
      'After signature the members are given the full text and a summary in plain words.',
    ),
    say('Écrire le résumé (`summary`).', 'Write the summary (`summary`).'),
  );

export const othersProposal = (choice: string, party: string): Refusal =>
  because(
    'others-proposal',
    'AGI-08',
    say(
      `« ${party} » n’a pas proposé le choix ${choice} en ces mots : personne ne propose en son nom.`,
      `"${party}" has not proposed choice ${choice} in these words: nobody proposes in its name.`,
    ),
    say('Laisser cette partie le proposer, ou le proposer en votre nom.', 'Let that party propose it, or propose it in your own name.'),
  );

export const evaluatesItself = (organisation: string): Refusal =>
  because(
    'evaluates-itself',
    'S-17',
    say(
      `« ${organisation} » est partie à ce partenariat : elle n’en est pas l’évaluatrice extérieure.`,
      `"${organisation}" is a party of this partnership: it is not its evaluator from outside.`,
    ),
    say('Nommer un tiers, ou laisser `byThird` de côté : rien ne l’exige.', 'Name a third, or leave `byThird` out: nothing asks for it.'),
  );
