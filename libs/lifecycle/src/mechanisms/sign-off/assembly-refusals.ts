import type { Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const sessionMissing = (): Refusal =>
  because(
    'session-missing',
    'HFA-34',
    say(
      'La charte demande de quelle séance il s’agit : sa date, son quorum, ses voix et l’empreinte de son procès-verbal.',
      'The charter asks which session this was: its day, its quorum, its voices and the hash of its minutes.',
    ),
    say(
      'La dire dans `session` : `heldOn`, `minutes`, et `count` là où les membres ne votent pas un par un.',
      'Tell it in `session`: `heldOn`, `minutes`, and `count` where members do not vote one by one.',
    ),
  );

export const sessionToCome = (heldOn: string, today: string): Refusal =>
  because(
    'held-in-the-future',
    'HFA-34',
    say(
      `Une assemblée du ${heldOn} n’a pas encore eu lieu : nous sommes le ${today}.`,
      `An assembly of ${heldOn} has not been held yet: today is ${today}.`,
    ),
    say('L’enregistrer une fois tenue.', 'Record it once it was held.'),
  );

export const sessionBeforeReport = (heldOn: string, submittedOn: string): Refusal =>
  because(
    'session-before-report',
    'HFA-34',
    say(
      `Le bilan a été remis le ${submittedOn} : une assemblée du ${heldOn} ne l’a pas lu.`,
      `The report was submitted on ${submittedOn}: an assembly of ${heldOn} has not read it.`,
    ),
    say('Donner la date de la séance qui a lu cette version.', 'Give the day of the session that read this version.'),
  );

export const noQuorum = (present: number, quorum: number): Refusal =>
  because(
    'quorum-not-reached',
    'HFA-34',
    say(
      `Le quorum n’est pas atteint : ${present} présences pour ${quorum}.`,
      `The quorum is not reached: ${present} present, ${quorum} needed.`,
    ),
    say('Réunir l’assemblée de nouveau.', 'Call the assembly again.'),
  );

export const countContradicts = (): Refusal =>
  because(
    'count-contradicts',
    'HFA-34',
    say(
      'Le décompte ne dit pas cette décision : il faut plus de voix pour que contre pour approuver, et pas plus de voix que de présences.',
      'The count does not say this decision: approving takes more voices for than against, and no more voices than people present.',
    ),
    say(
      'Reprendre le décompte du procès-verbal ; là où les membres votent un par un, il se fait ici.',
      'Take the count from the minutes; where members vote one by one, it is made here.',
    ),
  );
