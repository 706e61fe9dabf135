import type { EntitySchemaColumnOptions } from 'typeorm';
import type { ModelRow, Projection } from './projection.js';

export interface ColumnFacts {
  readonly property: string;
  readonly column: string;
  readonly sqlType: string;
}

/** Statements of one generation of a read model, derived from its entity. Rows travel as one JSON parameter. */
export interface ModelTable {
  readonly table: string;
  readonly load: string;
  readonly insert: string;
  readonly update: string;
  readonly remove: string;
  /** Count, sum of versions and an order-free hash over all rows: what two generations are compared by. */
  readonly fingerprint: string;
}

const instantFormat = `'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`;

export function columnsOf(projection: Projection): ColumnFacts[] {
  const columns = projection.entity.options.columns as Readonly<Record<string, EntitySchemaColumnOptions>>;
  return Object.entries(columns).map(([property, options]) => ({
    property,
    column: options.name ?? property,
    sqlType: `${String(options.type)}${options.array ? '[]' : ''}`,
  }));
}

/** Instants come back in the one form that events use, so that a row read equals the row written. */
const readExpression = ({ column, sqlType }: ColumnFacts): string =>
  sqlType === 'timestamptz' ? `to_char(${column} AT TIME ZONE 'UTC', ${instantFormat})` : column;

export const tableName = (projection: Projection, generation: number): string => `${projection.name}_v${generation}`;

export function modelTable<Row extends ModelRow>(projection: Projection<Row>, generation: number): ModelTable {
  const model = projection as unknown as Projection;
  const table = tableName(model, generation);
  const columns = columnsOf(model);
  const names = columns.map(one => one.column).join(', ');
  const incoming = columns.map(one => `r."${one.property}"`).join(', ');
  const record = columns.map(one => `"${one.property}" ${one.sqlType}`).join(', ');
  const updates = columns
    .filter(one => one.column !== 'partnership' && one.column !== 'part')
    .map(one => `${one.column} = r."${one.property}"`);
  const object = columns.map(one => `'${one.property}', ${readExpression(one)}`).join(', ');
  return {
    table,
    load: `SELECT json_build_object(${object})::text AS row FROM ${table} WHERE partnership = ANY($1)`,
    insert: `INSERT INTO ${table} (${names}) SELECT ${incoming} FROM json_to_recordset($1) AS r(${record})`,
    update: `UPDATE ${table} t SET ${updates.join(', ')} FROM json_to_recordset($1) AS r(${record}) WHERE t.partnership = r.partnership AND t.part = r.part`,
    remove: `DELETE FROM ${table} t USING json_to_recordset($1) AS r(partnership text, part text) WHERE t.partnership = r.partnership AND t.part = r.part`,
    fingerprint: `SELECT count(*)::text AS rows, coalesce(sum(version), 0)::text AS versions,
      coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text AS hash FROM ${table} t`,
  };
}
