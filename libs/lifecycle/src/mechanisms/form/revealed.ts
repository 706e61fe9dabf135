import { fact, type FormAnswers, type QuestionPolicy, type Refusal } from '@palabre/contracts';
import { accept, because, refuse, say } from '../../decision.js';
import type { Decider } from '../../mechanism.js';
import { policyOf, type PartnershipState } from '../../state.js';
import { partiesIn, partyNames } from '../parties/questions.js';
import type { FormSlice, Quotable, RevealedAnswer, ToConfirm } from './slice.js';

/* What becomes of an answer once everybody reads it: the other side says whether it is so, and whether it may be told outside. */

/** Longest list of quotable answers that travels on: the oldest are no longer cleared. */
const quotableKept = 60;

const isIt = (one: RevealedAnswer, named: RevealedAnswer): boolean =>
  one.round === named.round && one.question === named.question && one.of === named.of;

type Given = { readonly party: string; readonly answers: FormAnswers };

/** The questions of the review that a mark stands on, with each answer given to them. */
const marked = (state: PartnershipState, told: readonly Given[], mark: (question: QuestionPolicy) => boolean) =>
  policyOf(state)
    .forms.annualReview.filter(mark)
    .flatMap(question => told.filter(one => one.answers[question.id] !== undefined).map(one => ({ question, of: one.party })));

/** After a review was revealed: what waits for the other side, and what could be quoted. */
export function afterReveal(state: PartnershipState, round: number, told: readonly Given[]): Pick<FormSlice, 'toConfirm' | 'quotable'> {
  const toConfirm = marked(state, told, question => question.confirmedBy !== undefined).flatMap(({ question, of }): ToConfirm[] =>
    partiesIn(state)
      .filter(member => member.side === question.confirmedBy && member.party !== of)
      .map(({ party }) => ({ round, question: question.id, of, by: party })),
  );
  const quotable = marked(state, told, question => question.quotable === true).map(({ question, of }): Quotable => ({
    round,
    question: question.id,
    of,
    clearedBy: [],
  }));
  return { toConfirm: [...state.forms.toConfirm, ...toConfirm], quotable: [...state.forms.quotable, ...quotable].slice(-quotableKept) };
}

const nothingToConfirm = (): Refusal =>
  because(
    'nothing-to-confirm',
    'ALE-14',
    say(
      'Aucune réponse de ce tour n’attend la parole de votre partie, ou elle l’a déjà donnée.',
      'No answer of that round waits for the word of your party, or it has given it already.',
    ),
    say('Voir vos tâches ; on ne confirme pas sa propre réponse.', 'See your tasks; nobody confirms an answer of its own.'),
  );

const awaited = (state: PartnershipState, named: RevealedAnswer, party: string): boolean =>
  state.forms.toConfirm.some(one => one.by === party && isIt(one, named));

export const confirmAnswer: Decider<'ConfirmAnswer'> = (state, command, moment) =>
  awaited(state, command.data, moment.party.party)
    ? accept(fact('AnswerConfirmed', { ...command.data, party: moment.party.party }))
    : refuse(nothingToConfirm());

export const contestAnswer: Decider<'ContestAnswer'> = (state, command, moment) =>
  awaited(state, command.data, moment.party.party)
    ? accept(fact('AnswerContested', { ...command.data, party: moment.party.party }))
    : refuse(nothingToConfirm());

const notQuotable = (question: string): Refusal =>
  because(
    'not-quotable',
    'AGI-09',
    say(
      `La réponse à ${question} n’est pas de celles que l’on cite, ou n’est pas encore révélée.`,
      `The answer to ${question} is not one that is quoted, or it is not revealed yet.`,
    ),
    say('Prendre une réponse révélée à une question de fierté.', 'Take a revealed answer to a question of pride.'),
  );

const clearedAlready = (): Refusal =>
  because(
    'already-cleared',
    'AGI-09',
    say('Votre partie a déjà autorisé cette citation.', 'Your party has cleared this quotation already.'),
    say('Attendre les autres parties.', 'Wait for the other parties.'),
  );

export const clearQuotation: Decider<'ClearQuotation'> = (state, command, moment) => {
  const found = state.forms.quotable.find(one => isIt(one, command.data));
  if (found === undefined) return refuse(notQuotable(command.data.question));
  const { party } = moment.party;
  if (found.clearedBy.includes(party)) return refuse(clearedAlready());
  const clearedBy = [...found.clearedBy, party];
  return accept(
    fact('QuotationCleared', { ...command.data, party, clearedByAll: partyNames(state).every(name => clearedBy.includes(name)) }),
  );
};

/** True when every party has cleared the answer to be told outside (AGI-09). */
export const mayBeQuoted = (state: PartnershipState, named: RevealedAnswer): boolean => {
  const found = state.forms.quotable.find(one => isIt(one, named));
  return found !== undefined && partyNames(state).every(party => found.clearedBy.includes(party));
};

export const withoutAwaited = (list: readonly ToConfirm[], named: RevealedAnswer & { readonly party: string }): readonly ToConfirm[] =>
  list.filter(one => !(one.by === named.party && isIt(one, named)));

export const withCleared = (list: readonly Quotable[], named: RevealedAnswer & { readonly party: string }): readonly Quotable[] =>
  list.map(one => (isIt(one, named) ? { ...one, clearedBy: [...one.clearedBy, named.party] } : one));
