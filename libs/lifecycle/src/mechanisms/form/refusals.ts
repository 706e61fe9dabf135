import type { FormKind, Refusal } from '@palabre/contracts';
import { because, say } from '../../decision.js';

export const noRoundOpen = (form: FormKind): Refusal =>
  because(
    'form-not-open',
    'MDM-14',
    say(`Le questionnaire « ${form} » n’est pas ouvert maintenant.`, `The form "${form}" is not open now.`),
    say('Attendre sa phase ou son échéance ; voir les tâches ouvertes.', 'Wait for its phase or its deadline; see the open tasks.'),
  );

export const alreadyAnswered = (form: FormKind): Refusal =>
  because(
    'already-answered',
    'MDM-14',
    say(`Votre partie a déjà répondu au questionnaire « ${form} ».`, `Your party has already answered the form "${form}".`),
    say('Rien à faire : une réponse donnée ne change plus.', 'Nothing to do: an answer given does not change any more.'),
  );

/** Everything wrong with a set of answers, each question by its id. */
export interface AnswerFaults {
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  readonly wrongKind: readonly { readonly id: string; readonly fr: string; readonly en: string }[];
}

export function answersDoNotFit(form: FormKind, faults: AnswerFaults): Refusal {
  const fr = [
    ...(faults.missing.length > 0 ? [`sans réponse : ${faults.missing.join(', ')}`] : []),
    ...(faults.unknown.length > 0 ? [`inconnues de votre partie : ${faults.unknown.join(', ')}`] : []),
    ...faults.wrongKind.map(one => `${one.id} attend ${one.fr}`),
  ];
  const en = [
    ...(faults.missing.length > 0 ? [`without an answer: ${faults.missing.join(', ')}`] : []),
    ...(faults.unknown.length > 0 ? [`not your party's questions: ${faults.unknown.join(', ')}`] : []),
    ...faults.wrongKind.map(one => `${one.id} expects ${one.en}`),
  ];
  return because(
    'answers-do-not-fit',
    'MDM-14',
    say(
      `Les réponses ne vont pas au questionnaire « ${form} » ; ${fr.join(' ; ')}.`,
      `The answers do not fit the form "${form}"; ${en.join('; ')}.`,
    ),
    say('Répondre à chacune de vos questions, dans la forme attendue.', 'Answer each of your questions, in the form expected.'),
  );
}

export const answersTooLong = (limit: number): Refusal =>
  because(
    'answers-too-long',
    'MDM-14',
    say(`Des réponses scellées tiennent en ${limit} octets.`, `Sealed answers hold within ${limit} bytes.`),
    say('Raccourcir les textes ; joindre le détail au fil de la palabre.', 'Shorten the texts; put the detail under the tree.'),
  );

export const partnerOnly = (): Refusal =>
  because(
    'partner-only',
    'MDM-09',
    say('La question de clôture est posée au partenaire seul.', 'The closing question is put to the partner alone.'),
    say('Laisser le partenaire répondre.', 'Let the partner answer.'),
  );

export const aboutOneself = (): Refusal =>
  because(
    'finding-about-oneself',
    'S-03',
    say('Une partie ne fait pas de constat sur elle-même.', 'A party records no finding about itself.'),
    say('Répondre au questionnaire ; l’autre partie fait le constat.', 'Answer the form; the other party records the finding.'),
  );

export const unknownParty = (party: string): Refusal =>
  because(
    'unknown-party',
    'C-15',
    say(`« ${party} » n’est pas partie à ce partenariat.`, `"${party}" is not a party of this partnership.`),
    say('Nommer une partie du dossier.', 'Name a party of the file.'),
  );

export const unknownLine = (line: string): Refusal =>
  because(
    'unknown-line',
    'S-01',
    say(`La charte ne connaît pas la ligne « ${line} ».`, `The charter knows no line "${line}".`),
    say('Nommer une ligne de la charte, ou aucune.', 'Name a line of the charter, or none.'),
  );

export const evidenceToCome = (): Refusal =>
  because(
    'evidence-to-come',
    'PMP-19',
    say('La date de la preuve est à venir.', 'The date of the evidence is yet to come.'),
    say('Donner le jour où la preuve a été vue.', 'Give the day on which the evidence was seen.'),
  );
