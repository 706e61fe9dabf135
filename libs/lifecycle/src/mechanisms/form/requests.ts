import { fact, type Refusal } from '@palabre/contracts';
import { accept, because, refuse, say } from '../../decision.js';
import type { Decider, Moment } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { unknownParty } from '../../refusals.js';
import { partyNames } from '../parties/questions.js';
import { questionsLeft, quotaReached } from './burden.js';
import type { OpenRequest } from './slice.js';

const askedOfOneself = (): Refusal =>
  because(
    'asked-of-oneself',
    'C-28',
    say('Des questions se posent à une autre partie.', 'Questions are asked of another party.'),
    say('Nommer dans `to` la partie à qui l’on demande.', 'Name in `to` the party that is asked.'),
  );

const noSuchRequest = (): Refusal =>
  because(
    'no-such-request',
    'C-28',
    say('Aucune question ouverte à votre partie ne porte cette référence.', 'No open questions to your party have this reference.'),
    say('Reprendre la référence dans vos tâches.', 'Take the reference from your tasks.'),
  );

const answersMissing = (asked: number, given: number): Refusal =>
  because(
    'answers-do-not-fit',
    'C-28',
    say(`${asked} questions attendent une réponse, ${given} sont données.`, `${asked} questions wait for an answer, ${given} are given.`),
    say(
      'Répondre à chaque question dans l’ordre, ou décliner (DeclineQuestions).',
      'Answer each question in order, or decline (DeclineQuestions).',
    ),
  );

/** Both sides may ask, and both are protected by the same quota. */
export const askQuestions: Decider<'AskQuestions'> = (state, command, moment) => {
  const { to, questions } = command.data;
  if (!partyNames(state).includes(to)) return refuse(unknownParty(to));
  if (to === moment.party.party) return refuse(askedOfOneself());
  const left = questionsLeft(state, to, moment.now);
  if (questions.length > left) return refuse(quotaReached(to, left, policyOf(state).questionQuota));
  return accept(
    fact('QuestionsAsked', { ...command.data, questions: [...questions], request: moment.newId('request'), party: moment.party.party }),
  );
};

const openTo = (state: PartnershipState, request: string, moment: Moment): OpenRequest | undefined =>
  state.forms.requests.find(open => open.request === request && open.to === moment.party.party);

export const answerQuestions: Decider<'AnswerQuestions'> = (state, command, moment) => {
  const open = openTo(state, command.data.request, moment);
  if (open === undefined) return refuse(noSuchRequest());
  const { answers } = command.data;
  if (answers.length !== open.count) return refuse(answersMissing(open.count, answers.length));
  return accept(fact('QuestionsAnswered', { request: open.request, party: open.to, answers: [...answers] }));
};

export const declineQuestions: Decider<'DeclineQuestions'> = (state, command, moment) => {
  const open = openTo(state, command.data.request, moment);
  return open === undefined ? refuse(noSuchRequest()) : accept(fact('QuestionsDeclined', { ...command.data, party: open.to }));
};
