import type { FormKind, QuestionPolicy } from '@palabre/contracts';
import type { FormPutRow } from '../api/form-rows.js';
import type { Session } from '../session.js';
import { formNamed, type QuestionWords } from './question-words.js';

/** Where an answer is to be written; what is left empty is refused by name, never taken for an answer. */
const blanks: Readonly<Record<QuestionPolicy['kind'], (question: QuestionPolicy) => readonly string[]>> = {
  scale: ({ id }) => [`  ${id}:`],
  'scale-pair': ({ id }) => [`  ${id}: []`],
  'yes-no': ({ id, evidence }) => [`  ${id}:`, '    yes:', evidence === true ? '    comment:' : '    # comment:'],
  choice: ({ id }) => [`  ${id}:`],
  text: ({ id }) => [`  ${id}:`],
};

const comment = (text: string): string =>
  text
    .split('\n')
    .map(line => `  # ${line}`)
    .join('\n');

/** A file that `do ID AnswerForm --data @…` takes once it is filled in: each question above the place of its answer. */
export function skeletonLines(session: Session, form: FormKind, put: FormPutRow, words: QuestionWords): string[] {
  const { say } = session;
  const { place, questions, known } = put;
  const [kept, open] = [questions.filter(({ id }) => known.includes(id)), questions.filter(({ id }) => !known.includes(id))];
  return [
    `# ${formNamed(session, form)}`,
    `form: ${form}`,
    ...(form === 'stage-reflection' ? [`place: ${place}`] : []),
    ...(kept.length === 0
      ? []
      : [`# ${say('form.skeletonKept')}`, 'unchanged:', ...kept.flatMap(({ id }) => [comment(words.asks(id)), `  - ${id}`])]),
    open.length === 0 ? 'answers: {}' : 'answers:',
    ...open.flatMap(question => [
      comment(say('form.skeletonQuestion', { asks: words.asks(question.id), kind: words.expects(question) })),
      ...blanks[question.kind](question),
    ]),
  ];
}
