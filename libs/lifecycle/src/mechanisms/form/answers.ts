import { canonicalJson, type FormAnswers, type FormKind, type QuestionPolicy, type Refusal } from '@palabre/contracts';
import { answersDoNotFit, answersTooLong, type AnswerFaults } from './refusals.js';

type Answer = FormAnswers[string];

/** Largest set of answers that waits for the other parties: it travels with the partnership until it is revealed. */
export const sealedAnswersLimit = 24_576;

const isScale = (answer: unknown): boolean => typeof answer === 'number' && Number.isInteger(answer) && answer >= 1 && answer <= 5;

/** Written or sealed; blanks alone are no answer. */
const isText = (answer: Answer): boolean =>
  (typeof answer === 'string' && answer.trim().length > 0) || (typeof answer === 'object' && !Array.isArray(answer) && 'sealed' in answer);

const fits: Readonly<Record<QuestionPolicy['kind'], (answer: Answer, question: QuestionPolicy) => boolean>> = {
  scale: answer => isScale(answer),
  'scale-pair': answer => Array.isArray(answer) && answer.length === 2 && answer.every(isScale),
  'yes-no': (answer, { evidence }) =>
    typeof answer === 'object' &&
    !Array.isArray(answer) &&
    'yes' in answer &&
    (evidence !== true || !answer.yes || answer.comment !== undefined),
  choice: (answer, question) => typeof answer === 'string' && (question.choices ?? []).includes(answer),
  text: answer => isText(answer),
};

const expected = (question: QuestionPolicy): { fr: string; en: string } => {
  const choices = (question.choices ?? []).join(', ');
  return {
    scale: { fr: 'une note entière de 1 à 5', en: 'a whole score from 1 to 5' },
    'scale-pair': { fr: 'deux notes de 1 à 5', en: 'two scores from 1 to 5' },
    'yes-no':
      question.evidence === true
        ? { fr: 'oui ou non ; un oui dit dans `comment` ce qui le montre', en: 'yes or no; a yes says in `comment` what shows it' }
        : { fr: 'oui ou non, avec un commentaire au besoin', en: 'yes or no, with a comment if needed' },
    choice: { fr: `un choix parmi : ${choices}`, en: `one choice of: ${choices}` },
    text: { fr: 'un texte', en: 'a text' },
  }[question.kind];
};

function faultsOf(questions: readonly QuestionPolicy[], answers: FormAnswers): AnswerFaults {
  const known = new Set(questions.map(question => question.id));
  return {
    missing: questions.filter(question => answers[question.id] === undefined).map(question => question.id),
    unknown: Object.keys(answers).filter(id => !known.has(id)),
    wrongKind: questions
      .filter(question => {
        const answer = answers[question.id];
        return answer !== undefined && !fits[question.kind](answer, question);
      })
      .map(question => ({ id: question.id, ...expected(question) })),
  };
}

/** Answers cover exactly the questions that the party has to answer, each in its kind; every fault is named at once. */
export function checkAnswers(form: FormKind, questions: readonly QuestionPolicy[], answers: FormAnswers): Refusal | null {
  const faults = faultsOf(questions, answers);
  const wrong = faults.missing.length + faults.unknown.length + faults.wrongKind.length > 0;
  return wrong ? answersDoNotFit(form, faults) : null;
}

/** Sealed answers wait inside the partnership: they may not weigh more than the limit. */
export const checkWeight = (answers: FormAnswers): Refusal | null =>
  new TextEncoder().encode(canonicalJson(answers)).length > sealedAnswersLimit ? answersTooLong(sealedAnswersLimit) : null;
