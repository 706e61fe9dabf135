import type { Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const notYetHeld = (heldOn: string, today: string): Refusal =>
  because(
    'held-in-the-future',
    'MDM-18',
    say(
      `Une rencontre du ${heldOn} n’a pas encore eu lieu : nous sommes le ${today}.`,
      `A meeting of ${heldOn} has not happened yet: today is ${today}.`,
    ),
    say('L’enregistrer une fois tenue.', 'Record it once it was held.'),
  );

/** A warning: a meeting is valid without it, and the next one is asked again. */
export const collaborationNotSpokenOf = (): Refusal =>
  because(
    'collaboration-not-spoken-of',
    'AGI-24',
    say(
      'Cette rencontre devait aussi parler de la collaboration elle-même : comment nous travaillons ensemble.',
      'This meeting was also to speak of the collaboration itself: how we work together.',
    ),
    say(
      'Le faire à la prochaine (`collaboration`), et convenir des ajustements.',
      'Do so in the next one (`collaboration`), and agree adjustments.',
    ),
  );

export const countedTwice = (party: string): Refusal =>
  because(
    'counted-twice',
    'MDM-31',
    say(`« ${party} » figure deux fois dans la participation.`, `"${party}" is counted twice in the attendance.`),
    say('Une ligne par partie.', 'One row for each party.'),
  );

export const onlyOneSide = (present: number): Refusal =>
  because(
    'one-side-only',
    'MDM-18',
    say(
      `Une rencontre réunit au moins deux parties ; ${present} y a pris part.`,
      `A meeting brings at least two parties together; ${present} took part.`,
    ),
    say(
      'Se voir avec l’autre partie ; sinon la rencontre reste manquée.',
      'Meet with the other party; otherwise the meeting stays missed.',
    ),
  );

export const partyAbsent = (rule: string, absent: readonly string[]): Refusal =>
  because(
    'party-absent',
    rule,
    say(`Chaque partie y prend part ; absente : ${absent.join(', ')}.`, `Every party takes part; absent: ${absent.join(', ')}.`),
    say('Trouver une date à laquelle chacun vient.', 'Find a date on which everybody comes.'),
  );

export const nobodyToMeet = (): Refusal =>
  because(
    'nobody-to-meet',
    'AGI-03',
    say('Le dossier n’a encore qu’une partie : il n’y a personne à rencontrer.', 'The file has one party only: there is nobody to meet.'),
    say('Retenir d’abord un candidat (ShortlistCandidate).', 'Shortlist a candidate first (ShortlistCandidate).'),
  );

export const minutesMissing = (): Refusal =>
  because(
    'minutes-missing',
    'PMP-44',
    say('Une rencontre formelle a un compte rendu que toutes les parties lisent.', 'A formal meeting has minutes that all parties read.'),
    say('Écrire le compte rendu, ou enregistrer une rencontre informelle.', 'Write the minutes, or record an informal meeting.'),
  );

export const blocksMissing = (): Refusal =>
  because(
    'blocks-missing',
    'AGI-15',
    say(
      'Une rencontre formelle parle de ce qui va bien, des défis, puis des solutions possibles ; cela manque.',
      'A formal meeting speaks of what goes well, of challenges, then of possible solutions; this is missing.',
    ),
    say('Remplir `blocks` : goesWell, challenges, solutions.', 'Fill in `blocks`: goesWell, challenges, solutions.'),
  );

export const blockLeftBlank = (names: readonly string[]): Refusal =>
  because(
    'block-left-blank',
    'AGI-15',
    say(
      `Aucun des trois temps ne reste vide ; vide : ${names.join(', ')}.`,
      `None of the three blocks stays blank; blank: ${names.join(', ')}.`,
    ),
    say('Dire au moins une chose, même petite.', 'Say at least one thing, even a small one.'),
  );

export const standsStill = (): Refusal =>
  because(
    'no-rhythm',
    'AGI-23',
    say('Un calendrier qui revient tous les zéro jours n’avance pas.', 'A calendar that returns every zero days does not move on.'),
    say('Donner un intervalle d’au moins un jour.', 'Give an interval of at least one day.'),
  );

export const startsInThePast = (firstOn: string, today: string): Refusal =>
  because(
    'starts-in-the-past',
    'AGI-23',
    say(
      `La première rencontre, le ${firstOn}, serait déjà passée : nous sommes le ${today}.`,
      `The first meeting, on ${firstOn}, would be over already: today is ${today}.`,
    ),
    say('Dater une première rencontre à venir.', 'Date a first meeting to come.'),
  );

export const clauseTwice = (number: string): Refusal =>
  because(
    'clause-twice',
    'HFA-18',
    say(`La clause ${number} a deux états dans ce point.`, `Clause ${number} has two states in this status point.`),
    say('Un état par clause.', 'One state for each clause.'),
  );

export const noSuchClause = (number: string): Refusal =>
  because(
    'no-such-clause',
    'HFA-18',
    say(`L’accord n’a pas de clause ${number}.`, `The agreement has no clause ${number}.`),
    say('Reprendre les numéros de l’accord.', 'Take the numbers from the agreement.'),
  );

/** A warning: each clause is followed up, also the quiet ones (HFA-18). */
export const clausesForgotten = (numbers: readonly string[]): Refusal =>
  because(
    'clauses-forgotten',
    'HFA-18',
    say(
      `Aucun point n’a encore regardé la clause ${numbers.join(', ')}.`,
      `No status point has looked at clause ${numbers.join(', ')} yet.`,
    ),
    say('Dire son état au prochain point.', 'Say how it stands at the next status point.'),
  );

export const clauseUnshown = (numbers: readonly string[]): Refusal =>
  because(
    'clause-unshown',
    'HFA-18',
    say(
      `L’état d’une clause se montre, et quelqu’un y veille ; il manque la preuve ou le responsable de : ${numbers.join(', ')}.`,
      `The state of a clause is shown, and somebody looks after it; evidence or owner is missing for: ${numbers.join(', ')}.`,
    ),
    say('Donner `evidence` et `owner` pour chacune.', 'Give `evidence` and `owner` for each of them.'),
  );

/** A warning: a clause that was looked at before is left out of this point, and keeps the state it had. */
export const clausesNotLookedAt = (numbers: readonly string[]): Refusal =>
  because(
    'clauses-left-out',
    'HFA-18',
    say(`Ce point ne dit rien de la clause ${numbers.join(', ')}.`, `This status point says nothing of clause ${numbers.join(', ')}.`),
    say(
      'Dire aussi son état, ou qu’elle n’a pas d’échéance (`not-due`).',
      'Say how it stands as well, or that nothing is due (`not-due`).',
    ),
  );

/** A warning: planning at a distance is recorded, and shown as what it was (AGI-25). */
export const plannedAtADistance = (): Refusal =>
  because(
    'gate-open',
    'gate PRESENCE',
    say(
      'La planification de départ se fait en présence ; celle-ci s’est tenue à distance.',
      'The planning at the start is done in person; this one was held at a distance.',
    ),
    say('Prévoir une réunion en présence, ou assumer l’avertissement.', 'Plan a meeting in person, or live with the warning.'),
    ['PRESENCE'],
  );

/** A warning: hours and means are as different as the places; the calendar is agreed all the same (AGI-05). */
export const noCommonHour = (): Refusal =>
  because(
    'no-common-hour',
    'AGI-05',
    say('Aucune heure ni aucun moyen ne convient à tout le monde.', 'No hour or no means suits everybody.'),
    say('En parler, et alterner.', 'Talk about it, and take turns.'),
  );

export const ratesUntold = (): Refusal =>
  because(
    'rates-untold',
    'HFA-26',
    say('Un point de situation dit aussi où en est l’exécution.', 'A status point also says how far execution has come.'),
    say(
      'Donner `rates`, de 0 à 100 : `activities` et, là où il y a de l’argent, `finances`.',
      'Give `rates`, from 0 to 100: `activities` and, where there is money, `finances`.',
    ),
  );
