import { charters, label, resolvePolicy, type Charter, type Resolved, type ResolvedPolicy } from '@palabre/charters';
import { code, page, table } from './markdown.js';

/** The charter and type of the page: what this version plays whole. */
const shown = { charter: 'mdm', type: 'OP' } as const;

const spoken = (value: unknown): string => {
  if (value === null) return 'none';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(spoken).join(', ');
  if (typeof value !== 'object') return typeof value === 'string' ? value : JSON.stringify(value);
  return Object.entries(value)
    .map(([unit, amount]) => `${String(amount)} ${unit.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`)}`)
    .join(' ');
};

const setBy = { charter: 'charter', 'type-matrix': 'row of the type', 'engine-default': 'engine' } as const;

const standing = ({ isDefault }: Resolved<unknown>): string => (isDefault ? 'our default [D]' : 'stated');

const sourceOf = ({ source }: Resolved<unknown>): string => source.join(', ');

const row = (name: string, value: Resolved<unknown>): string[] => [
  name,
  spoken(value.value),
  standing(value),
  sourceOf(value),
  setBy[value.setBy],
  code(value.key),
];

const heads = ['Value', 'Is', 'Standing', 'Source', 'Set by', 'Where'];

const rows = (values: Readonly<Record<string, Resolved<unknown>>>): string[][] =>
  Object.entries(values).map(([name, value]) => row(code(name), value));

const lineRows = (policy: ResolvedPolicy): string[][] =>
  policy.lines.map(line => [
    code(line.value.code),
    line.value.colour,
    line.value.name.en,
    `${line.value.whenConfirmed} (${standing(line.effects.consequence)})`,
    line.value.suspendsWhenAlleged ? 'suspends' : '–',
    line.value.protected ? 'protected' : '–',
    sourceOf(line),
  ]);

function questionRows(charter: Charter, policy: ResolvedPolicy): string[][] {
  return Object.entries(policy.forms).flatMap(([form, questions]) =>
    questions.map(question => [
      form,
      code(question.value.id),
      label(charter, 'question', question.value.id, 'en') ?? '',
      question.value.answerer,
      question.value.kind,
      sourceOf(question),
    ]),
  );
}

const figures = (policy: ResolvedPolicy): readonly Resolved<unknown>[] => [
  ...Object.values(policy.gates),
  ...Object.values(policy.timers),
  ...Object.values(policy.figures),
  ...Object.values<Resolved<unknown>>(policy.columns),
  ...Object.values<Resolved<unknown>>(policy.authorities),
];

function tally(policy: ResolvedPolicy): string {
  const all = figures(policy);
  const defaults = all.filter(({ isDefault }) => isDefault).length;
  return `Of ${all.length} gates, timers, figures, columns and authorities, ${all.length - defaults} are stated by the sources; ${defaults} are our defaults, marked [D] here and on every screen.`;
}

/** The policy of an operational partnership under the built-in charter, each value with the answer to "says who?". */
export function policyPage(): string {
  const charter = charters().get(shown.charter);
  if (charter === undefined) throw new Error(`policyPage: the charter ${shown.charter} is not built in`);
  const resolution = resolvePolicy(charter, shown.type);
  if (!resolution.ok) throw new Error(`policyPage: ${resolution.refusal.reason.en}`);
  const { policy } = resolution;
  return page(
    `Policy: ${policy.typeName.value.en} under the charter ${code(shown.charter)}`,
    'the charter, the rows of the types and the engine’s defaults (`libs/charters/data/`)',
    `Charter hash ${code(policy.charterHash)}. ${tally(policy)}`,
    'Heard in this order: the charter, the row of the type, the engine. A source is an entry of [requirements.json](../requirements.json).',
    '## Gates',
    table(heads, rows(policy.gates)),
    '## Columns of the type',
    table(heads, rows({ ...policy.columns })),
    '## Authorities',
    table(heads, rows({ ...policy.authorities })),
    '## Timers',
    table(heads, rows(policy.timers)),
    '## Figures',
    table(heads, rows(policy.figures)),
    '## Red and orange lines',
    table(['Line', 'Colour', 'Name', 'When confirmed', 'When alleged', 'Case', 'Source'], lineRows(policy)),
    '## Documents',
    policy.documents.map(({ value }) => `- ${label(charter, 'document', value, 'en') ?? value} (${code(value)})`).join('\n') || 'None.',
    '## Questions',
    table(['Form', 'Id', 'Question', 'Answered by', 'Kind', 'Source'], questionRows(charter, policy)),
  );
}
