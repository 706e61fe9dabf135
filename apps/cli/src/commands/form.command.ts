import { formKinds, type FormKind, type QuestionPolicy } from '@palabre/contracts';
import type { FormNow, FormPutRow, GivenAnswers } from '../api/form-rows.js';
import type { FileView } from '../api/reads.js';
import { ofPartnership } from '../api/view-api.js';
import { Failure } from '../failure.js';
import { show, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { tableLines } from '../terminal/table.js';
import { nearest } from '../words/nearest.js';
import { argument, flagOption, textOption, type CommandRow, type Typed } from './command-row.js';
import { skeletonLines } from './form-skeleton.js';
import { partyNames, type PartyNames } from './party-names.js';
import { formNamed, questionWords, type QuestionWords } from './question-words.js';
import { textIn } from './written.js';

const places = ['headquarters', 'field'] as const;

/** The word typed, when it is one of those there are; a mistyped one is told with its neighbour. */
export function oneOf<Word extends string>({ say }: Session, typed: string, known: readonly Word[], name: string): Word {
  const found = known.find(word => word === typed);
  if (found !== undefined) return found;
  const close = nearest(typed, known);
  const next = close === null ? say('trouble.expected', { expected: known.join(', ') }) : say('trouble.didYouMean', { nearest: close });
  throw new Failure({ exit: 'bad-input', what: say('trouble.badValue', { value: typed, name }), next });
}

/** What a form asks of each party now. */
export const formNow = (session: Session, partnership: string, form: FormKind): Promise<FormNow> =>
  session.api.views.document<FormNow>(session.as, ofPartnership(partnership, 'questions'), { form });

interface Shown {
  readonly session: Session;
  readonly now: FormNow;
  readonly file: FileView;
  readonly names: PartyNames;
  readonly words: QuestionWords;
}

/** What the other side says of an answer, under it (MDM-83). */
const commentLines = ({ session, names }: Shown, { comments = [] }: Pick<GivenAnswers, 'comments'>, id: string): string[] =>
  comments
    .filter(({ question }) => question === id)
    .map(({ party, comment }) => `        ${session.say('form.comment', { party: names(party), comment: textIn(session, comment) })}`);

/** The answers that may be read: of forms that are revealed together, those of the last round (MDM-14). */
function answersIn({ forms }: FileView, form: FormKind): readonly Omit<GivenAnswers, 'form'>[] {
  const round = forms?.rounds.findLast(one => one.form === form && one.revealed !== null)?.revealed;
  return round ?? (forms?.answers ?? []).filter(one => one.form === form);
}

const placeText = ({ say }: Session, form: FormKind, place: FormPutRow['place']): string =>
  form === 'stage-reflection' ? `, ${say(`form.${place}`)}` : '';

function stateText({ session, now }: Shown, { answered, questions }: FormPutRow): string {
  if (answered) return session.say('form.answered');
  if (questions.length === 0) return session.say('form.nothingAsked');
  return session.say(now.open ? 'form.toAnswer' : 'form.wouldAsk', { count: questions.length });
}

/** Every question once, with the parties that it is put to. */
function questionsOf({
  put,
}: FormNow): readonly { readonly question: QuestionPolicy; readonly of: readonly string[]; readonly known: readonly string[] }[] {
  const all = new Map(put.flatMap(({ questions }) => questions.map(question => [question.id, question] as const)));
  const parties = new Set(put.map(({ party }) => party));
  return [...all.values()].map(question => {
    const asked = put.filter(({ questions }) => questions.some(({ id }) => id === question.id));
    const of = [...new Set(asked.map(({ party }) => party))];
    return {
      question,
      of: of.length === parties.size ? [] : of,
      known: put.filter(({ known }) => known.includes(question.id)).map(({ party }) => party),
    };
  });
}

function questionLines(shown: Shown): string[] {
  const { session, now, file, names, words } = shown;
  const { say, terminal } = session;
  const given = answersIn(file, now.form);
  return questionsOf(now).flatMap(({ question, of, known }) => {
    const about = [
      question.id,
      words.expects(question),
      ...(of.length === 0 ? [] : [say('form.askedOf', { parties: of.map(names).join(', ') })]),
      ...(known.includes(file.party ?? '') ? [say('form.mayStand')] : []),
    ];
    const answers = given.flatMap(one => {
      const answer = one.answers[question.id];
      if (answer === undefined) return [];
      const said = `      ${say('form.said', { party: names(one.party), answer: words.answer(question.id, answer) })}`;
      return [said, ...commentLines(shown, one, question.id)];
    });
    return [`  ${words.asks(question.id)}`, paint(terminal)('dim', `      ${about.join(' · ')}`), ...answers];
  });
}

function formLines(shown: Shown): string[] {
  const { session, now, file, names } = shown;
  const { say, terminal } = session;
  const tone = paint(terminal);
  const waiting = now.open && now.put.some(({ party, answered, questions }) => party === file.party && !answered && questions.length > 0);
  return [
    tone('strong', say('form.title', { form: formNamed(session, now.form), title: file.head.title ?? say('protection.title') })),
    say(now.open ? 'form.open' : 'form.closed'),
    ...now.put.map(put => `  • ${names(put.party)}${placeText(session, now.form, put.place)}: ${stateText(shown, put)}`),
    '',
    ...questionLines(shown),
    ...(waiting ? ['', say('form.how', { id: now.id, form: now.form })] : []),
  ];
}

/** What the form asks of the party of the reader, in one place. */
function ownPut({ say }: Session, typed: Typed, { put, form }: FormNow, place: string, party: string | null): FormPutRow {
  const own = put.find(one => one.party === party && one.place === place);
  if (own !== undefined && own.questions.length > 0) return own;
  throw new Failure({
    exit: 'bad-input',
    what: say('form.notYours', { form }),
    next: say('form.notYoursNext', { id: argument(typed, 0) }),
  });
}

function waitsFor({ say }: Session, { open, put }: FormNow, names: PartyNames): string {
  const asked = put.filter(({ questions }) => questions.length > 0);
  if (asked.length === 0) return say('form.none');
  if (!open) return say('form.isClosed');
  const silent = [...new Set(asked.filter(({ answered }) => !answered).map(({ party }) => names(party)))];
  return silent.length === 0 ? say('form.allAnswered') : say('form.waitsFor', { parties: silent.join(', ') });
}

/** Every form there is, with its name, how much it asks, and whom it waits for. */
async function allForms(session: Session, id: string): Promise<void> {
  const { say, terminal } = session;
  const forms = await Promise.all(formKinds.map(kind => formNow(session, id, kind)));
  const names = await partyNames(session, await session.api.file(session.as, id));
  const rows = forms.map(now => [now.form, String(questionsOf(now).length), formNamed(session, now.form), waitsFor(session, now, names)]);
  show(session, forms, () => tableLines(terminal, [say('col.code'), say('col.questions'), say('col.form'), say('col.state')], rows));
}

async function showForm(session: Session, typed: Typed): Promise<void> {
  const id = argument(typed, 0);
  const [, named] = typed.args;
  if (named === undefined) return allForms(session, id);
  const kind = oneOf(session, named, formKinds, '<form>');
  const place = oneOf(session, textOption(typed, 'place') ?? 'headquarters', places, '--place');
  const now = await formNow(session, id, kind);
  const file = await session.api.file(session.as, id);
  const words = questionWords(session, file);
  if (flagOption(typed, 'skeleton')) {
    for (const line of skeletonLines(session, kind, ownPut(session, typed, now, place, file.party), words)) session.terminal.out(line);
    return;
  }
  const names = await partyNames(session, file);
  const told = { ...now, words: Object.fromEntries(questionsOf(now).map(({ question }) => [question.id, words.both(question.id)])) };
  show(session, told, () => formLines({ session, now, file, names, words }));
}

export const formCommands: readonly CommandRow[] = [
  {
    name: 'form',
    args: ['<id>', '[form]'],
    says: 'help.form',
    options: [
      { flags: '--skeleton', says: 'option.skeleton' },
      { flags: '--place <place>', says: 'option.place' },
    ],
    example: 'palabre form ID due-diligence --skeleton > answers.yaml',
    run: showForm,
  },
];
