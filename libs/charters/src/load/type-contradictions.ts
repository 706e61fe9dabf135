import { columnNames } from '../schema/columns.js';
import { switchNames } from '../schema/switches.js';
import { notStated } from '../schema/parts.js';
import { finding, type Check } from './findings.js';
import { keysAt, listAt, valueAt, type FieldPath } from './paths.js';

const typeList: FieldPath = ['typology', 'items'];

const offered = (content: unknown): unknown[] => listAt(content, typeList).map(item => valueAt(item, ['code']));

const everyType = 'all';

/** A charter that lists no types offers every type of the matrix. */
const isKnown = (content: unknown, matrixTypes: readonly string[], type: unknown): boolean => {
  const types = valueAt(content, ['typology']) === notStated ? [...matrixTypes, ...keysAt(content, ['own_types'])] : offered(content);
  return typeof type !== 'string' || type === everyType || types.includes(type);
};

/** A type without a row has no columns: the engine would have to guess what it may do. */
const withoutRow: Check = (content, matrixTypes) =>
  offered(content).flatMap((type, index) =>
    typeof type !== 'string' || matrixTypes.includes(type) || keysAt(content, ['own_types']).includes(type)
      ? []
      : [
          finding(
            [...typeList, index, 'code'],
            `un type qui a sa ligne dans la matrice (${matrixTypes.join(', ')}) ou dans own_types`,
            `a type that has its row in the matrix (${matrixTypes.join(', ')}) or in own_types`,
          ),
        ],
  );

/** The row of a type of the matrix is changed by switches; a second row beside it would be a second truth. */
const rowTwice: Check = (content, matrixTypes) =>
  keysAt(content, ['own_types'])
    .filter(type => matrixTypes.includes(type))
    .map(type =>
      finding(
        ['own_types', type],
        'un code de type nouveau : ce type a déjà sa ligne, que switches change',
        'the code of a new type: this one has its row already, which switches change',
        'key',
      ),
    );

/** A row for a type that nobody may choose is never read. */
const rowUnused: Check = content =>
  keysAt(content, ['own_types'])
    .filter(type => valueAt(content, ['typology']) !== notStated && !offered(content).includes(type))
    .map(type => notOffered(['own_types', type], 'key'));

const notOffered = (path: FieldPath, at: 'key' | 'value') =>
  finding(path, 'un type que cette charte propose (typology)', 'a type that this charter offers (typology)', at);

const perTypeTables: FieldPath[] = [
  ...[...columnNames, ...switchNames, 'cd_validation'].map(name => ['switches', name]),
  ['authorities', 'signature'],
];

const keysOfTables: Check = (content, matrixTypes) =>
  perTypeTables.flatMap(table =>
    keysAt(content, table)
      .filter(type => /^[A-Z]/.test(type) && !isKnown(content, matrixTypes, type))
      .map(type => notOffered([...table, type], 'key')),
  );

/** Every place that lists types: gates, documents, questions. */
function typeLists(content: unknown): FieldPath[] {
  const each = (list: FieldPath): FieldPath[] => listAt(content, list).map((_, index) => [...list, index, 'types']);
  return [
    ...keysAt(content, ['gates']).map(gate => ['gates', gate, 'types']),
    ...each(['documents']),
    ...keysAt(content, ['questionnaires']).flatMap(form => each(['questionnaires', form])),
  ];
}

const listedTypes: Check = (content, matrixTypes) =>
  typeLists(content).flatMap(list =>
    listAt(content, list).flatMap((type, index) => (isKnown(content, matrixTypes, type) ? [] : [notOffered([...list, index], 'value')])),
  );

export const typeContradictions: readonly Check[] = [withoutRow, rowTwice, rowUnused, keysOfTables, listedTypes];
