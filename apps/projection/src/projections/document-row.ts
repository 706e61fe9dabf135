import { EntitySchema } from 'typeorm';
import type { LedgerEvent } from '../ledger/ledger-event.js';
import type { Change, ModelRow } from './projection.js';

/** A row whose content is one document, and whose kind says which: for read models that are read whole. */
export interface DocumentRow extends ModelRow {
  readonly version: number;
  readonly kind: string;
  /** Instant of the fact that began it. */
  readonly at: string;
  readonly doc: object;
}

/** Kind and document of a row, which belong together. */
type ContentOf<Row extends DocumentRow> = Row extends DocumentRow ? { readonly kind: Row['kind']; readonly doc: Row['doc'] } : never;

/** Binds rows of one model: `put(event, part, content, before?)` brings a row, or changes it and leaves the instant at which it began. */
export const documentPut =
  <Row extends DocumentRow>() =>
  ({ partnership, version, attributes }: LedgerEvent, part: string, content: ContentOf<Row>, before?: Row): readonly Change<Row>[] => [
    { put: { partnership, part, version, at: before?.at ?? attributes.factat, ...content } as unknown as Row },
  ];

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
