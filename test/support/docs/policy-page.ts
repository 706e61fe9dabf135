import { builtInCharter, builtInCharterCodes, charters, engineDefaults, offeredTypes, typeMatrix, type Charter } from '@palabre/charters';
import { gateIds } from '@palabre/contracts';
import {
  documentRows,
  indicatorsTable,
  lineRows,
  otherQuestionRows,
  principlesTable,
  questionRows,
  surveyTable,
} from './charter-tables.js';
import { code, page, table } from './markdown.js';
import { policyFor, spoken, tally, valuesTable } from './policy-values.js';

const made = 'the charters, the rows of the types and the engine’s defaults (`libs/charters/data/`)';

const heard =
  'Heard in this order: the charter, the row of the type, the engine. A source is an entry of [requirements.json](../requirements.json); D marks a value that we propose.';

const policyFile = (charter: string): string => `policy-${charter}.md`;

const everyType = (): readonly string[] => Object.keys(typeMatrix().types);

const allCharters = (): readonly Charter[] => [...charters().values()];

function typesOffered(): string {
  const offers = allCharters().map(charter => [charter, [...offeredTypes(charter).keys()]] as const);
  return table(
    ['Charter', ...everyType()],
    offers.map(([{ content }, types]) => [
      `[${content.charter.name.en}](${policyFile(content.charter.code)})`,
      ...everyType().map(type => (types.includes(type) ? 'offered' : '–')),
    ]),
  );
}

/** One row for each column of the matrix, one cell for each type: the value and where it comes from. */
function matrix(): string {
  const { types } = typeMatrix();
  const rows = Object.entries(types);
  const columns = Object.keys(rows[0]?.[1].columns ?? {}) as (keyof (typeof rows)[number][1]['columns'])[];
  return table(
    ['Column', ...rows.map(([type]) => type)],
    columns.map(column => [
      code(column),
      ...rows.map(([, row]) => `${spoken(row.columns[column].value)} (${row.columns[column].source.join(', ')})`),
    ]),
  );
}

/** The table "Gates by charter", read from the files: the strength of each row, and a star where the document states it. */
function gatesByCharter(): string {
  return table(
    ['Gate', ...builtInCharterCodes],
    gateIds.map(gate => [
      code(gate),
      ...allCharters().map(({ content }) => {
        const row = content.gates[gate];
        if (!row) return `${engineDefaults().gates[gate].strength} (engine)`;
        const types = row.types ? ` for ${row.types.join(', ')}` : '';
        return `${row.strength}${row.basis === 'stated' ? ' \\*' : ''}${types} (${row.source.join(', ')})`;
      }),
    ]),
  );
}

/** Eight types, every column, six charters: what differs where, and the pages that say it whole. */
export function policyPage(): string {
  return page(
    'Policy: eight types, six charters',
    made,
    heard,
    '## Types offered',
    typesOffered(),
    '## The matrix: rows of the types',
    'What a type is before a charter speaks. A charter may replace any cell; its page shows the result.',
    matrix(),
    '## Gates by charter',
    'A star: the document of the charter states the gate. A row with types speaks for these; the matrix and the engine speak for the others.',
    gatesByCharter(),
  );
}

function charterPage(name: string): string {
  const charter = builtInCharter(name);
  if (charter === null) throw new Error(`charterPage: no charter ${name}`);
  const { name: title, status } = charter.content.charter;
  const policies = new Map([...offeredTypes(charter).keys()].map(type => [type, policyFor(charter, type)]));
  const [first] = policies.values();
  return page(
    `Policy under the charter ${code(name)}: ${title.en}`,
    made,
    `Charter hash ${code(charter.hash)}, ${status}. ${tally(policies)}`,
    `${heard} Types that share a value share a row. [All charters](policy.md).`,
    '## Gates',
    valuesTable(policies, policy => policy.gates),
    '## Columns of the types',
    valuesTable(policies, policy => ({ ...policy.columns, decisionRule: policy.decisionRule })),
    '## Switches',
    valuesTable(policies, policy => ({ ...policy.switches })),
    '## Authorities',
    valuesTable(policies, policy => ({ ...policy.authorities })),
    '## Timers',
    valuesTable(policies, policy => policy.timers),
    '## Figures',
    valuesTable(policies, policy => policy.figures),
    '## Red and orange lines',
    first && first.lines.length > 0
      ? table(['Line', 'Colour', 'Name', 'When confirmed', 'When alleged', 'Case', 'Source'], lineRows(first))
      : 'None.',
    '## Documents',
    charter.content.documents.length > 0 ? table(['Document', 'Name', 'Types', 'Is', 'Source'], documentRows(charter)) : 'None.',
    '## Questions',
    table(
      ['Form', 'Id', 'Question', 'Answered by', 'Kind', 'Source', 'Types'],
      [...questionRows(charter, policies), ...otherQuestionRows(charter.content.questionnaires)],
    ),
    '## Survey',
    surveyTable(charter.content.questionnaires),
    '## Principles',
    principlesTable(charter.content),
    '## Indicators',
    indicatorsTable(charter.content),
  );
}

/** One page for each charter: file name → how its text is made. */
export const charterPages: Readonly<Record<string, () => string>> = Object.fromEntries(
  builtInCharterCodes.map(name => [policyFile(name), () => charterPage(name)] as const),
);
