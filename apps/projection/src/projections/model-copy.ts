import { CopyRows } from '../ledger/copy-rows.js';
import { columnsOf, type ColumnFacts } from './model-table.js';
import type { ModelRow, Projection } from './projection.js';

type Put = (rows: CopyRows, value: unknown) => void;

/** How a value of each type of column is written; types that are not here travel as JSON instead. */
const puts: Readonly<Record<string, Put>> = {
  text: (rows, value) => rows.text(String(value)),
  int: (rows, value) => rows.int4(Number(value)),
  bigint: (rows, value) => rows.int8(Number(value)),
  boolean: (rows, value) => rows.boolean(value === true),
  timestamptz: (rows, value) => rows.instant(String(value)),
  jsonb: (rows, value) => rows.jsonb(value),
  'text[]': (rows, value) => rows.texts(value as readonly string[]),
};

/** New rows of a read model as binary COPY, which costs the database the least. */
export interface ModelCopy {
  readonly statement: string;
  encode(rows: readonly ModelRow[]): Buffer;
}

const putOf = ({ property, sqlType }: ColumnFacts): ((rows: CopyRows, row: Readonly<Record<string, unknown>>) => void) | null => {
  const put = puts[sqlType];
  if (!put) return null;
  return (rows, row) => {
    const value = row[property];
    if (value === null || value === undefined) rows.null();
    else put(rows, value);
  };
};

/** Null when a column is of a type that is only written as JSON. */
export function modelCopy(projection: Projection, table: string): ModelCopy | null {
  const columns = columnsOf(projection);
  const each = columns.map(putOf).filter(put => put !== null);
  if (each.length < columns.length) return null;
  return {
    statement: `COPY ${table} (${columns.map(one => one.column).join(', ')}) FROM STDIN (FORMAT binary)`,
    encode: rows => {
      const copy = new CopyRows();
      for (const row of rows) {
        copy.row(each.length);
        for (const put of each) put(copy, row as unknown as Readonly<Record<string, unknown>>);
      }
      return copy.finish();
    },
  };
}
