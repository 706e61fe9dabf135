import { fact, type Refusal } from '@palabre/contracts';
import { accept, because, refuse, say } from '../../decision.js';
import type { Decider } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { commonQuestions } from './asked.js';

/** Most questions that the parties of one file may add in all: the state that travels stays small. */
const mostOwnQuestions = 20;

const commonQuestion = (question: string): Refusal =>
  because(
    'common-question',
    'ALE-69',
    say(
      `La question ${question} est commune à toutes les équipes : elle ne se retire pas.`,
      `Question ${question} is common to all teams: it cannot be taken away.`,
    ),
    say(
      'Ajouter une question à côté ; le texte commun change avec la charte.',
      'Add a question beside it; the common text changes with the charter.',
    ),
  );

const unknownQuestion = (question: string): Refusal =>
  because(
    'no-such-question',
    'ALE-69',
    say(`Les parties n’ont pas ajouté de question ${question}.`, `The parties added no question ${question}.`),
    say('Reprendre l’identifiant d’une question ajoutée.', 'Take the identifier of an added question.'),
  );

const questionExists = (question: string): Refusal =>
  because(
    'question-exists',
    'ALE-69',
    say(`Une question ${question} est déjà posée.`, `A question ${question} is put already.`),
    say('Choisir un autre identifiant.', 'Choose another identifier.'),
  );

const enoughQuestions = (): Refusal =>
  because(
    'enough-questions',
    'C-28',
    say(
      `Les parties ont déjà ajouté ${mostOwnQuestions} questions ; chaque question pèse sur qui répond.`,
      `The parties have added ${mostOwnQuestions} questions already; each one weighs on who answers.`,
    ),
    say('Retirer d’abord une question ajoutée (WithdrawFormQuestion).', 'Withdraw an added question first (WithdrawFormQuestion).'),
  );

const roundUnderWay = (): Refusal =>
  because(
    'round-under-way',
    'ALE-69',
    say(
      'Une partie a déjà répondu : les questions de ce tour ne changent plus.',
      'A party has answered already: the questions of this round stay.',
    ),
    say('Attendre que toutes les parties aient répondu.', 'Wait until every party has answered.'),
  );

const isAnswered = (state: PartnershipState, form: string): boolean =>
  form === 'annual-review' && state.forms.annualReview.sealed.length > 0;

export const addFormQuestion: Decider<'AddFormQuestion'> = (state, command, moment) => {
  const { form, question } = command.data;
  if (isAnswered(state, form)) return refuse(roundUnderWay());
  if (state.forms.own.length >= mostOwnQuestions) return refuse(enoughQuestions());
  const known = [...commonQuestions(state, form), ...state.forms.own.filter(one => one.form === form)];
  if (known.some(one => one.id === question.id)) return refuse(questionExists(question.id));
  return accept(fact('FormQuestionAdded', { form, question, party: moment.party.party }));
};

export const withdrawFormQuestion: Decider<'WithdrawFormQuestion'> = (state, command, moment) => {
  const { form, question } = command.data;
  if (commonQuestions(state, form).some(one => one.id === question)) return refuse(commonQuestion(question));
  if (!state.forms.own.some(one => one.form === form && one.id === question)) return refuse(unknownQuestion(question));
  if (isAnswered(state, form)) return refuse(roundUnderWay());
  return accept(fact('FormQuestionWithdrawn', { form, question, party: moment.party.party }));
};
