import type { Localized } from '@palabre/contracts';
import { engineDefaults, typeMatrix } from './builtin.js';
import type { Charter } from './load/load.js';
import type { ClauseStatus } from './schema/identity.js';
import { notStated, partNames, type PartName } from './schema/parts.js';
import type { FormQuestion, SurveyQuestion } from './schema/questionnaires.js';

/** What screens ask a name for. */
export const labelKinds = [
  'charter',
  'value',
  'principle',
  'type',
  'line',
  'question',
  'choice',
  'document',
  'indicator',
  'gate',
  'timer',
  'step',
  'quality',
  'level',
  'list',
  'list-item',
  'warning',
] as const;

export type LabelKind = (typeof labelKinds)[number];

type Names = ReadonlyMap<string, Localized>;

interface Named {
  readonly code: string;
  readonly name: Localized;
}

const byCode = (items: readonly Named[]): [string, Localized][] => items.map(({ code, name }) => [code, name]);

const itemsOf = (part: typeof notStated | { readonly items: readonly Named[] }): readonly Named[] => (part === notStated ? [] : part.items);

function questionsOf(charter: Charter): readonly (FormQuestion | SurveyQuestion)[] {
  const { survey, ...forms } = charter.content.questionnaires;
  return [...Object.values(forms).flatMap(questions => questions ?? []), ...survey.questions];
}

function questionNames(charter: Charter): { questions: [string, Localized][]; choices: [string, Localized][] } {
  const all = questionsOf(charter);
  return {
    questions: all.map(({ id, text }) => [id, text]),
    choices: all.flatMap(({ id, choices }) => (choices ?? []).map(({ code, text }): [string, Localized] => [`${id}.${code}`, text])),
  };
}

function namesOf(charter: Charter): Readonly<Record<LabelKind, Names>> {
  const { content } = charter;
  const { questions, choices } = questionNames(charter);
  const defaults = engineDefaults();
  const rows = (table: Readonly<Record<string, { name: Localized }>>): [string, Localized][] =>
    Object.entries(table).map(([code, { name }]) => [code, name]);
  return {
    charter: new Map([[content.charter.code, content.charter.name]]),
    value: new Map(byCode(itemsOf(content.values))),
    principle: new Map(byCode(itemsOf(content.principles))),
    type: new Map([...rows(typeMatrix().types), ...rows(content.own_types ?? {}), ...byCode(itemsOf(content.typology))]),
    line: new Map(byCode(itemsOf(content.lines))),
    question: new Map(questions),
    choice: new Map(choices),
    document: new Map(byCode(content.documents)),
    indicator: new Map(byCode(content.indicators)),
    gate: new Map(rows(defaults.gates)),
    timer: new Map(rows(defaults.timers)),
    step: new Map(byCode(content.steps ?? [])),
    quality: new Map(byCode(content.qualities ?? [])),
    level: new Map(byCode(content.leadership?.levels ?? [])),
    list: new Map(byCode(content.lists ?? [])),
    'list-item': new Map((content.lists ?? []).flatMap(({ code, items }) => items.map(item => [`${code}.${item.code}`, item.name]))),
    warning: new Map(byCode(content.warnings ?? [])),
  };
}

const remembered = new WeakMap<Charter, Readonly<Record<LabelKind, Names>>>();

/**
 * The name of something in a charter, in one language, or null when the charter does not know the code. A choice is
 * asked as `question.choice`, for example `CL1.relief`, an item of a list as `list.item`. Gates and timers are named by the engine.
 */
export function label(charter: Charter, kind: LabelKind, code: string, language: keyof Localized): string | null {
  const names = remembered.get(charter) ?? namesOf(charter);
  remembered.set(charter, names);
  return names[kind].get(code)?.[language] ?? null;
}

/** Questions of the charter's forms and of its survey that serve a requirement, by their ids. */
export const questionsServing = (charter: Charter, requirement: string): readonly string[] => [
  ...new Set(
    questionsOf(charter)
      .filter(({ source }) => source.includes(requirement))
      .map(({ id }) => id),
  ),
];

/** A clause of the charter with its status, for the badge that screens show beside what is not validated (MDM-05). */
export interface Clause {
  readonly part: PartName;
  readonly code: string;
  readonly status: ClauseStatus;
}

/** Every clause of the six parts; a clause without a status of its own has that of its part. */
export function clauses(charter: Charter): Clause[] {
  return partNames.flatMap(part => {
    const content = charter.content[part];
    if (content === notStated) return [];
    return content.items.map(({ code, status }) => ({ part, code, status: status ?? content.status }));
  });
}
