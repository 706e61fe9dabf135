import type { Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const lessonIncomplete = (missing: readonly string[]): Refusal =>
  because(
    'lesson-incomplete',
    'AGI-01',
    say(
      `Une leçon de la bibliothèque dit quel groupe l’a écrite et dans quel contexte ; il manque : ${missing.join(', ')}.`,
      `A lesson of the library says which group wrote it and in which context; missing: ${missing.join(', ')}.`,
    ),
    say('Compléter les champs `group` et `context`.', 'Complete the fields `group` and `context`.'),
  );

export const practiceOfNothing = (): Refusal =>
  because(
    'task-without-practice',
    'AGI-01',
    say('Seule une bonne pratique se rattache à une tâche.', 'Only a good practice is attached to a task.'),
    say('Dire `lesson: good-practice`, ou retirer la tâche.', 'Say `lesson: good-practice`, or leave the task out.'),
  );

export const noSuchTaskKind = (task: string): Refusal =>
  because(
    'no-such-task-kind',
    'AGI-01',
    say(
      `Aucune tâche n’est de la sorte « ${task} » : la pratique n’aiderait personne.`,
      `No task is of the kind "${task}": the practice would help nobody.`,
    ),
    say('Reprendre la sorte d’une tâche (palabre tasks).', 'Take the kind of a task (palabre tasks).'),
  );

export const connectionKnown = (connection: string): Refusal =>
  because(
    'connection-known',
    'AGI-37',
    say(`La mise en relation « ${connection} » est déjà notée.`, `The connection "${connection}" is noted already.`),
    say('Donner un autre identifiant, ou noter l’initiative qui en naît.', 'Give another id, or note the initiative that comes of it.'),
  );

export const noSuchConnection = (connection: string): Refusal =>
  because(
    'no-such-connection',
    'AGI-37',
    say(
      `Aucune mise en relation « ${connection} » n’est notée ici : l’initiative n’en peut pas naître.`,
      `No connection "${connection}" is noted here: no initiative can come of it.`,
    ),
    say('Noter d’abord la mise en relation (PartnerConnectionMade).', 'Note the connection first (PartnerConnectionMade).'),
  );

export const noSuchStrength = (strength: string): Refusal =>
  because(
    'no-such-strength',
    'AGI-18',
    say(`Aucune force « ${strength} » n’a été nommée.`, `No strength "${strength}" was named.`),
    say('La nommer d’abord (StrengthNamed).', 'Name it first (StrengthNamed).'),
  );

export const strengthOfAnother = (strength: string, of: string): Refusal =>
  because(
    'strength-of-another',
    'AGI-17',
    say(`« ${strength} » est déjà une force de « ${of} ».`, `"${strength}" is a strength of "${of}" already.`),
    say('Donner un autre identifiant.', 'Give another id.'),
  );

export const noSuchObjective = (objective: string): Refusal =>
  because(
    'no-such-objective',
    'AGI-07',
    say(`Les objectifs n’ont pas de résultat « ${objective} ».`, `The objectives have no result "${objective}".`),
    say('Reprendre un numéro des objectifs.', 'Take a number from the objectives.'),
  );

export const shareUnfit = (): Refusal =>
  because(
    'share-unfit',
    'HFA-12',
    say(
      'L’argent se compte dans sa monnaie, toute autre ressource dans une unité.',
      'Money is counted in its currency, any other resource in a unit.',
    ),
    say(
      'Donner `amount` et `currency` pour l’argent, `quantity` et `unit` pour le reste.',
      'Give `amount` and `currency` for money, `quantity` and `unit` for the rest.',
    ),
  );

export const registerFull = (rule: string, most: number): Refusal =>
  because(
    'register-full',
    rule,
    say(`Le dossier en tient ${most} au plus.`, `The file keeps ${most} of them at most.`),
    say('Compléter une entrée qui existe.', 'Add to an entry that exists.'),
  );
