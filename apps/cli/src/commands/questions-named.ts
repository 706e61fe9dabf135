import { formKinds, type FieldMistake } from '@palabre/contracts';
import type { Refused, Request } from '../api/request.js';
import type { Session } from '../session.js';
import { formNow } from './form.command.js';
import { questionWords } from './question-words.js';

const mentions = (text: string, id: string): boolean => new RegExp(`(^|[^\\w-])${id}($|[^\\w-])`, 'u').test(text);

async function questionsIn(session: Session, partnership: string, data: unknown, told: string): Promise<readonly FieldMistake[]> {
  const { form } = data as { readonly form?: unknown };
  const kind = formKinds.find(known => known === form);
  if (kind === undefined) return [];
  const [{ put }, file] = [await formNow(session, partnership, kind), await session.api.file(session.as, partnership)];
  const { both, expects } = questionWords(session, file);
  const asked = new Map(put.flatMap(({ questions }) => questions.map(question => [question.id, question] as const)));
  return [...asked.values()]
    .filter(({ id }) => mentions(told, id))
    .map(question => {
      const { fr, en } = both(question.id);
      const kindOf = expects(question);
      return {
        pointer: `/answers/${question.id}`,
        expected: { fr: `${fr} (${kindOf})`, en: `${en} (${kindOf})` },
      };
    });
}

/**
 * Refused answers name their questions by ids alone, because rules know no words: here each is told as it is put. What
 * cannot be looked up now is left as it is: the refusal stays the answer.
 */
export async function questionsNamed(session: Session, partnership: string, { type, data }: Request, refused: Refused): Promise<Refused> {
  if (type !== 'AnswerForm') return refused;
  const told = [refused.refusal.reason.en, ...refused.fields.map(({ pointer }) => pointer)].join(' ');
  const fields = await questionsIn(session, partnership, data, told).catch(() => []);
  return { ...refused, fields: [...refused.fields, ...fields] };
}
