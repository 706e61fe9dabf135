import { fact, type Command, type Refusal } from '@palabre/contracts';
import { accept, because, refuse, say } from '../../decision.js';
import type { Decider } from '../../mechanism.js';
import type { PartnershipState } from '../../state.js';
import { partyOf } from '../parties/questions.js';
import { questionsFor } from './asked.js';

const nothingToComment = (question: string): Refusal =>
  because(
    'nothing-to-comment',
    'MDM-83',
    say(
      `Aucune autre partie n’a répondu à la question ${question} à cette étape et en ce lieu.`,
      `No other party has answered question ${question} in that stage and place.`,
    ),
    say(
      'Nommer l’étape, le lieu et la partie d’une réponse donnée ; on ne commente pas la sienne.',
      'Name stage, place and party of an answer that was given; nobody comments on its own.',
    ),
  );

/** True when that party has answered the questions of that stage there, this one among them. */
function isAnswered(state: PartnershipState, { phase, place, question, of }: Command<'CommentStageAnswer'>['data']): boolean {
  const author = partyOf(state, of);
  return (
    author !== undefined &&
    state.forms.reflections.some(one => one.phase === phase && one.party === of && one.place === place) &&
    questionsFor(state, 'stage-reflection', author).some(({ id }) => id === question)
  );
}

/** Each side says what it thinks of the other's answer, and most of all of what was done with the will of the partner (MDM-83). */
export const commentStageAnswer: Decider<'CommentStageAnswer'> = (state, { data }, moment) => {
  const { party } = moment.party;
  return data.of !== party && isAnswered(state, data)
    ? accept(fact('StageAnswerCommented', { ...data, party }))
    : refuse(nothingToComment(data.question));
};
