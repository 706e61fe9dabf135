import type { Refusal, TextKind } from '@palabre/contracts';
import { because, say } from './decision.js';

/* Reasons that several mechanisms give in the same words. What one mechanism alone refuses stands in its own folder. */

export const unknownParty = (party: string, rule = 'C-15'): Refusal =>
  because(
    'unknown-party',
    rule,
    say(`« ${party} » n’est pas partie à ce partenariat.`, `"${party}" is not a party of this partnership.`),
    say('Nommer une partie du dossier.', 'Name a party of the file.'),
  );

export const unknownLine = (line: string): Refusal =>
  because(
    'unknown-line',
    'S-01',
    say(`La charte ne connaît pas la ligne « ${line} ».`, `The charter knows no line "${line}".`),
    say(
      'Nommer une ligne de la charte ; une limite propre se déclare (DeclareLimit).',
      'Name a line of the charter; an own limit is declared (DeclareLimit).',
    ),
  );

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

/** Four eyes: who proposed, asked or wrote does not approve, through no delegation. */
export const askerNeverApproves = (): Refusal =>
  because(
    'four-eyes',
    'FOUR-EYES',
    say('Qui a proposé ou demandé n’approuve pas.', 'Who proposed or asked does not approve.'),
    say('Une autre personne mandatée répond.', 'Another person with the right answers.'),
  );

/** A decision that the charter entrusts to a body, asked by somebody else. */
export const notTheBody = (role: string, rule: string): Refusal =>
  because(
    'not-the-deciding-body',
    rule,
    say(`La charte confie cette décision à : ${role}.`, `The charter entrusts this decision to: ${role}.`),
    say('Laisser décider une personne de cette instance.', 'Let a person of that body decide.'),
  );
