import type { Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const bindsOnlyItself = (owedBy: string): Refusal =>
  because(
    'binds-another-party',
    'C-08',
    say(
      `Une partie ne peut engager qu’elle-même ; cet engagement obligerait « ${owedBy} ».`,
      `A party can bind only itself; this commitment would bind "${owedBy}".`,
    ),
    say(
      'Proposer une décision commune (ProposeDecision), ou demander à cette partie de s’engager elle-même.',
      'Propose a joint decision (ProposeDecision), or ask that party to commit itself.',
    ),
  );

export const notTalkedAbout = (): Refusal =>
  because(
    'adjustment-not-discussed',
    'AGI-24',
    say(
      'Hors de la réflexion annuelle, un ajustement suit une rencontre formelle qui a parlé de la collaboration ; la dernière ne l’a pas fait.',
      'Outside the yearly review an adjustment follows a formal meeting that spoke of the collaboration; the last one did not.',
    ),
    say(
      'Tenir cette rencontre et noter ce qui s’y est dit (HoldMeeting, `collaboration`), puis convenir de l’ajustement.',
      'Hold that meeting and note what was said (HoldMeeting, `collaboration`), then agree the adjustment.',
    ),
  );

export const owedToItself = (): Refusal =>
  because(
    'owed-to-itself',
    'MDM-24',
    say('Un engagement est dû à une autre partie, pas à soi-même.', 'A commitment is owed to another party, not to oneself.'),
    say('Nommer dans `owedTo` la partie envers qui l’on s’engage.', 'Name in `owedTo` the party that is promised something.'),
  );

export const dueInThePast = (dueOn: string, today: string): Refusal =>
  because(
    'due-in-the-past',
    'MDM-24',
    say(`L’échéance ${dueOn} est déjà passée : nous sommes le ${today}.`, `The due day ${dueOn} is already over: today is ${today}.`),
    say('Choisir une échéance à venir.', 'Choose a day to come.'),
  );

export const noOpenCommitment = (commitment: string): Refusal =>
  because(
    'no-open-commitment',
    'MDM-24',
    say(`Aucun engagement ouvert ne porte la référence ${commitment}.`, `No open commitment has the reference ${commitment}.`),
    say(
      'Reprendre la référence dans le dossier ; un engagement clos ne bouge plus.',
      'Take the reference from the file; a closed commitment no longer moves.',
    ),
  );

export const saidByTheOther = (owedTo: string): Refusal =>
  because(
    'said-by-the-other-party',
    'C-08',
    say(
      `Seule la partie à qui l’engagement est dû (« ${owedTo} ») dit s’il est tenu ou manqué.`,
      `Only the party to which the commitment is owed ("${owedTo}") says whether it was kept or breached.`,
    ),
    say(`Demander à « ${owedTo} » de se prononcer.`, `Ask "${owedTo}" to say so.`),
  );

export const breachAlreadyRecorded = (): Refusal =>
  because(
    'breach-already-recorded',
    'HFA-22',
    say('Ce manquement est déjà constaté.', 'This breach is already recorded.'),
    say('Attendre que la première autorité en prenne acte.', 'Wait for the first authority to acknowledge it.'),
  );

export const guarantorIsTheirs = (owedBy: string): Refusal =>
  because(
    'other-guarantor',
    'HFA-24',
    say(
      `C’est la première autorité de « ${owedBy} », à qui cela incombe, qui en prend acte.`,
      `The first authority of "${owedBy}", which answers for it, acknowledges it.`,
    ),
    say(`Laisser la première autorité de « ${owedBy} » répondre à sa tâche.`, `Let the first authority of "${owedBy}" answer its task.`),
  );

export const nothingToAcknowledge = (): Refusal =>
  because(
    'nothing-to-acknowledge',
    'HFA-24',
    say('Ni retard ni manquement n’attend de prise d’acte ici.', 'Neither a delay nor a breach waits to be acknowledged here.'),
    say('Rien à faire.', 'Nothing to do.'),
  );

export const changeNotAgreed = (decision: string): Refusal =>
  because(
    'change-not-agreed',
    'C-06',
    say(
      `Aucun changement convenu ne porte la référence ${decision} : sans accord, un écart reste un écart.`,
      `No agreed change has the reference ${decision}: without agreement, a deviation remains one.`,
    ),
    say(
      'Proposer un changement (ProposeDecision, genre `change`) et le faire accepter par l’autre partie.',
      'Propose a change (ProposeDecision, kind `change`) and have the other party accept it.',
    ),
  );
