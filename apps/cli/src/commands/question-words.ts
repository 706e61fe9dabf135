import { builtInCharter, label, type Charter } from '@palabre/charters';
import type { FormAnswers, FormKind, Localized, QuestionPolicy } from '@palabre/contracts';
import type { FileView } from '../api/reads.js';
import { spoken, type Session } from '../session.js';
import { formWords } from '../words/policy-words.js';
import { valueInWords } from './policy-values.js';
import { textIn } from './written.js';

type Question = Pick<QuestionPolicy, 'id' | 'kind' | 'choices' | 'evidence'>;

/** A form by its name: `annual-review` is the `annualReview` of policies. */
export function formNamed(session: Session, form: FormKind): string {
  const words = formWords[form.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())];
  return words === undefined ? form : spoken(session, words);
}

/** The questions of one file in words: those of its charter, and those that its parties added (ALE-69). */
export interface QuestionWords {
  /** The question as it is put; its id where nobody here knows its words. */
  readonly asks: (id: string) => string;
  /** The same in both languages; a question of the parties' own is in the language in which they wrote it. */
  readonly both: (id: string) => Localized;
  /** What is expected of an answer. */
  readonly expects: (question: Question) => string;
  /** An answer that may be read, in words. */
  readonly answer: (id: string, answer: FormAnswers[string]) => string;
}

const isSealed = (answer: object): answer is { readonly sealed: string } => 'sealed' in answer;

const choiceIn =
  (session: Session, charter: Charter | null) =>
  (id: string, code: string): string =>
    (charter === null ? null : label(charter, 'choice', `${id}.${code}`, session.terminal.language)) ?? code;

export function questionWords(
  session: Session,
  { head, forms }: Pick<FileView, 'forms'> & { readonly head: Pick<FileView['head'], 'charter'> },
): QuestionWords {
  const { say, terminal } = session;
  const charter = head.charter === null ? null : builtInCharter(head.charter);
  const choice = choiceIn(session, charter);
  const own = (id: string): string | null => {
    const found = forms?.own.find(({ question }) => question.id === id);
    return found === undefined ? null : textIn(session, found.question.text);
  };
  const inCharter = (id: string, language: keyof Localized): string | null =>
    charter === null ? null : label(charter, 'question', id, language);
  const both = (id: string): Localized => ({ fr: own(id) ?? inCharter(id, 'fr') ?? id, en: own(id) ?? inCharter(id, 'en') ?? id });
  const answer = (id: string, given: FormAnswers[string]): string => {
    if (typeof given === 'number') return String(given);
    if (typeof given === 'string') return choice(id, given);
    if (Array.isArray(given)) return given.join(' / ');
    if (isSealed(given)) return say('history.sealed');
    const comment = given.comment === undefined ? '' : `, ${textIn(session, given.comment)}`;
    return `${say(given.yes ? 'said.yes' : 'said.no')}${comment}`;
  };
  return {
    both,
    answer,
    asks: id => both(id)[terminal.language],
    expects: ({ id, kind, choices = [], evidence }) =>
      [
        valueInWords(session, 'kind', kind),
        ...(choices.length === 0
          ? []
          : [say('form.choices', { choices: choices.map(code => say('form.choice', { code, says: choice(id, code) })).join(' ; ') })]),
        ...(evidence === true ? [say('form.evidence')] : []),
      ].join(', '),
  };
}
