import { clauses, notStated, type Charter, type CharterContent } from '@palabre/charters';
import type { Localized } from '@palabre/contracts';
import { spoken, type Session } from '../session.js';
import { paint } from '../terminal/paint.js';
import { charterPartWords } from '../words/charter-words.js';
import { formWords } from '../words/policy-words.js';
import { howAsked } from './policy-lines.js';
import { valueInWords } from './policy-values.js';

/** One thing that a charter says: its name, a text where it has one, and beside it what a reader asks next. */
interface Said {
  readonly code: string;
  readonly name: Localized;
  readonly text?: Localized | undefined;
  /** In the words of the reader. */
  readonly about?: readonly string[];
  readonly source?: readonly string[] | undefined;
}

type Part = (session: Session, charter: Charter) => readonly Said[];

const itemsOf = <I>(part: typeof notStated | { readonly items: readonly I[] }): readonly I[] => (part === notStated ? [] : part.items);

/** The badge of a clause that nobody has validated (MDM-05). */
function badge({ say }: Session, charter: Charter, code: string): string[] {
  const status = clauses(charter).find(clause => clause.code === code)?.status ?? 'validated';
  return status === 'validated' ? [] : [say(`clause.status.${status}`)];
}

/** A clause with its badge. */
const clause = (session: Session, charter: Charter, { code, name, source }: Said, text?: Localized): Said => ({
  code,
  name,
  source,
  text,
  about: badge(session, charter, code),
});

const typesOf = (types: 'all' | readonly string[] | undefined): string[] =>
  types === undefined || types === 'all' ? [] : [types.join(', ')];

const stepOf = (session: Session, { content }: Charter, code: string | undefined): string[] => {
  const step = content.steps?.find(one => one.code === code);
  return step === undefined ? [] : [session.say('charter.group', { step: spoken(session, step.name) })];
};

const principles: Part = (session, charter) =>
  itemsOf(charter.content.principles).map(one => ({
    ...one,
    about: [...badge(session, charter, one.code), ...stepOf(session, charter, one.group)],
  }));

const lines: Part = (session, charter) =>
  itemsOf(charter.content.lines).map(one => ({
    code: one.code,
    name: one.name,
    text: one.control_question,
    about: [valueInWords(session, 'lines', one.colour), ...badge(session, charter, one.code)],
    source: one.source,
  }));

type Forms = CharterContent['questionnaires'];

const forms = ({ survey: _survey, ...asked }: Forms): readonly (readonly [string, NonNullable<Forms['trust_pulse']>])[] =>
  Object.entries(asked).flatMap(([form, questions]) => (questions === undefined ? [] : [[form, questions] as const]));

const camel = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The name of a form of the file. */
export function formName(session: Session, form: string): string {
  const words = formWords[camel(form)];
  return words === undefined ? form : spoken(session, words);
}

const questions: Part = (session, charter) =>
  forms(charter.content.questionnaires).flatMap(([form, asked]) =>
    asked.map(one => ({
      code: one.id,
      name: one.text,
      about: [
        formName(session, form),
        howAsked(session, { answerer: one.who, kind: one.kind, askedWhen: one.asked_when }),
        ...typesOf(one.types),
      ],
      source: one.source,
    })),
  );

const survey: Part = (session, { content }) => {
  const { anonymous, questions: asked } = content.questionnaires.survey;
  const way = session.say(anonymous.value ? 'charter.anonymous' : 'charter.signed');
  return asked.map(one => ({
    code: one.id,
    name: one.text,
    about: [way, valueInWords(session, 'kind', one.kind), ...(one.keep_doing === true ? [session.say('charter.keep')] : [])],
    source: one.source,
  }));
};

const indicators: Part = (session, { content }) =>
  content.indicators.map(one => ({
    ...one,
    about: [
      session.say(one.public.value ? 'charter.public' : 'charter.internal'),
      ...(one.condition === undefined ? [] : [session.say('charter.condition', { condition: spoken(session, one.condition) })]),
    ],
  }));

const documents: Part = (session, { content }) =>
  content.documents.map(one => ({
    ...one,
    about: [
      ...typesOf(one.types),
      ...(one.optional === true ? [session.say('charter.optional')] : []),
      ...(one.once_there_is_money === true ? [session.say('charter.onceMoney')] : []),
    ],
  }));

const leadership: Part = (session, { content }) =>
  (content.leadership?.levels ?? []).map(({ code, name, designs, carries_out: carriesOut, source }) => ({
    code,
    name,
    source,
    about: [session.say('charter.level', { designs: spoken(session, designs), carriesOut: spoken(session, carriesOut) })],
  }));

/** What can be read of a charter, in the order in which it is read; the names are those of the file. */
export const charterParts: Readonly<Record<string, Part>> = {
  typology: (session, charter) => itemsOf(charter.content.typology).map(one => clause(session, charter, one, one.traits)),
  values: (session, charter) => itemsOf(charter.content.values).map(one => clause(session, charter, one)),
  principles,
  lines,
  action_plan: (session, charter) => itemsOf(charter.content.action_plan).map(one => clause(session, charter, one, one.text)),
  way_of_working: (session, charter) => itemsOf(charter.content.way_of_working).map(one => clause(session, charter, one, one.text)),
  steps: (_session, { content }) => (content.steps ?? []).map(one => ({ ...one, text: one.explanation })),
  tools: (session, charter) =>
    (charter.content.tools ?? []).map(({ number, name, step, source }) => ({
      code: String(number),
      name,
      source,
      about: stepOf(session, charter, step),
    })),
  documents,
  questionnaires: questions,
  survey,
  indicators,
  qualities: (_session, { content }) => content.qualities ?? [],
  leadership,
  lists: (session, { content }) =>
    (content.lists ?? []).map(one => ({ ...one, about: [one.items.map(item => spoken(session, item.name)).join(', ')] })),
  warnings: (_session, { content }) => content.warnings ?? [],
};

/** The lines of one part, under its heading; what the charter does not have is said when it is asked for by name. */
export function charterPartLines(session: Session, charter: Charter, part: string, alone: boolean): string[] {
  const said = charterParts[part]?.(session, charter) ?? [];
  if (said.length === 0 && !alone) return [];
  const words = charterPartWords[part];
  const title = session.say('charter.part', { title: words === undefined ? part : spoken(session, words), part });
  const tone = paint(session.terminal);
  const beside = ({ code, about = [], source = [] }: Said): string => [code, ...about, source.join(', ')].filter(Boolean).join(' · ');
  return [
    '',
    tone('strong', title),
    ...(said.length === 0 ? [session.say('charter.silent')] : []),
    ...said.flatMap(one => [
      `  ${spoken(session, one.name)}`,
      ...(one.text === undefined ? [] : [`      ${spoken(session, one.text)}`]),
      tone('dim', `      ${beside(one)}`),
    ]),
  ];
}
