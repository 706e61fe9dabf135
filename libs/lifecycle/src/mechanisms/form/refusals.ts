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

export const notAnsweredBefore = (id: string): Refusal =>
  because(
    'not-answered-before',
    'ALE-54',
    say(
      `La question ${id} n’a pas encore de réponse de votre partie à reprendre.`,
      `Question ${id} has no earlier answer of your party to keep.`,
    ),
    say(
      'Y répondre, ou ne garder dans `unchanged` que des questions déjà répondues.',
      'Answer it, or keep in `unchanged` only questions answered before.',
    ),
  );

export const saltMissing = (): Refusal =>
  because(
    'salt-missing',
    'MDM-14',
    say(
      'Des réponses qui attendent celles des autres sont scellées avec un sel ; sans lui, leur empreinte se devinerait.',
      'Answers that wait for those of the others are sealed with a salt; without it their hash could be guessed.',
    ),
    say(
      'Donner `salt` : 32 chiffres hexadécimaux au moins, tirés au hasard (la console et le terminal le font).',
      'Give `salt`: at least 32 hexadecimal digits, at random (the console and the terminal do it).',
    ),
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

export const evidenceToCome = (): Refusal =>
  because(
    'evidence-to-come',
    'PMP-19',
    say('La date de la preuve est à venir.', 'The date of the evidence is yet to come.'),
    say('Donner le jour où la preuve a été vue.', 'Give the day on which the evidence was seen.'),
  );
