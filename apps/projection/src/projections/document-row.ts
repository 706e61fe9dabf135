import { EntitySchema } from 'typeorm';
import type { ModelRow } from './projection.js';

/** A row whose content is one document, and whose kind says which: for read models that are read whole. */
export interface DocumentRow extends ModelRow {
  readonly version: number;
  readonly kind: string;
  /** Instant of the fact that began it. */
  readonly at: string;
  readonly doc: object;
}

export const documentEntity = <Row extends DocumentRow>(name: string, tableName: string): EntitySchema<Row> =>
  new EntitySchema<DocumentRow>({
    name,
    tableName,
    columns: {
      partnership: { type: 'text', primary: true },
      part: { type: 'text', primary: true },
      version: { type: 'int' },
      kind: { type: 'text' },
      at: { type: 'timestamptz' },
      doc: { type: 'jsonb' },
    },
  }) as unknown as EntitySchema<Row>;

/** Table and indexes of a generation of such a model. */
export const documentTable = (table: string): readonly string[] => [
  `CREATE TABLE ${table} (
    partnership text NOT NULL, part text NOT NULL, version int NOT NULL, kind text NOT NULL, at timestamptz NOT NULL, doc jsonb NOT NULL,
    PRIMARY KEY (partnership, part)
  ) WITH (fillfactor = 80)`,
  `CREATE INDEX ON ${table} (kind, partnership, at)`,
];
