import { fact, type CommandData, type Refusal } from '@palabre/contracts';
import { after, dayOf } from '../../calendar/span.js';
import { accept, because, refuse, say } from '../../decision.js';
import type { Decider, Moment } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { unknownParty } from '../../refusals.js';
import { partyNames } from '../parties/questions.js';
import { asksFor, figureOf } from '../../practices.js';
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

const detailsMissing = (missing: readonly string[]): Refusal =>
  because(
    'request-details-missing',
    'ALE-13',
    say(
      `Une demande dit son but, son origine, son délai et sa langue ; il manque : ${missing.join(', ')}.`,
      `A request says its purpose, origin, deadline and language; missing: ${missing.join(', ')}.`,
    ),
    say('Compléter la demande.', 'Complete the request.'),
  );

const noticeTooShort = (answerBy: string, earliest: string): Refusal =>
  because(
    'notice-too-short',
    'ALE-13',
    say(
      `Une réponse pour le ${answerBy} laisse moins de temps que la charte n’en donne (${earliest}).`,
      `An answer by ${answerBy} leaves less time than the charter grants (${earliest}).`,
    ),
    say('Repousser le délai, ou en dire la raison (`shortNotice`).', 'Move the deadline, or say why (`shortNotice`).'),
  );

const clarityMissing = (): Refusal =>
  because(
    'clarity-missing',
    'ALE-13',
    say('Qui répond dit aussi si la demande était claire, de 1 à 5.', 'Who answers also says whether the request was clear, from 1 to 5.'),
    say('Donner `clarity`.', 'Give `clarity`.'),
  );

const details = ['purpose', 'origin', 'answerBy', 'language'] as const;

/** What is asked is told with its purpose, and in time: the asked side plans its work too (ALE-13). */
function badlyAsked(state: PartnershipState, asked: CommandData<'AskQuestions'>, moment: Moment): Refusal | null {
  const missing = asksFor(state, 'requestDetails') ? details.filter(name => asked[name] === undefined) : [];
  if (missing.length > 0) return detailsMissing(missing);
  const notice = figureOf(state, 'request_notice_working_days');
  if (asked.answerBy === undefined || notice === null || asked.shortNotice !== undefined) return null;
  const earliest = dayOf(after(moment.now, { workingDays: notice }));
  return asked.answerBy < earliest ? noticeTooShort(asked.answerBy, earliest) : null;
}

/** Both sides may ask, and both are protected by the same quota. */
export const askQuestions: Decider<'AskQuestions'> = (state, command, moment) => {
  const { to, questions } = command.data;
  if (!partyNames(state).includes(to)) return refuse(unknownParty(to));
  if (to === moment.party.party) return refuse(askedOfOneself());
  const wrong = badlyAsked(state, command.data, moment);
  if (wrong !== null) return refuse(wrong);
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
  const { answers, clarity } = command.data;
  if (answers.length !== open.count) return refuse(answersMissing(open.count, answers.length));
  if (clarity === undefined && asksFor(state, 'requestDetails')) return refuse(clarityMissing());
  return accept(
    fact('QuestionsAnswered', {
      request: open.request,
      party: open.to,
      answers: [...answers],
      ...(clarity === undefined ? {} : { clarity }),
    }),
  );
};

export const declineQuestions: Decider<'DeclineQuestions'> = (state, command, moment) => {
  const open = openTo(state, command.data.request, moment);
  return open === undefined ? refuse(noSuchRequest()) : accept(fact('QuestionsDeclined', { ...command.data, party: open.to }));
};
