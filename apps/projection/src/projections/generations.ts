import { runtimeRole } from '../database/runtime-role.js';
import { tableName } from './model-table.js';
import type { ModelRow, Projection } from './projection.js';

/** Makes the tables of a generation and lets the projection work on them. Statements for the owner. */
export function createGeneration<Row extends ModelRow>(projection: Projection<Row>, generation: number): readonly string[] {
  const table = tableName(projection as unknown as Projection, generation);
  return [...projection.ddl(table), `GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO ${runtimeRole}`];
}

/** Lets readers see a generation: they only know the view with the model's name. */
export function showGeneration<Row extends ModelRow>(projection: Projection<Row>, generation: number): readonly string[] {
  const { name } = projection;
  return [
    `CREATE OR REPLACE VIEW ${name} AS SELECT * FROM ${tableName(projection as unknown as Projection, generation)}`,
    `GRANT SELECT ON ${name} TO ${runtimeRole}`,
  ];
}

/** First generation of a read model, for its migration. */
export function firstGeneration<Row extends ModelRow>(projection: Projection<Row>): readonly string[] {
  return [
    ...createGeneration(projection, 1),
    ...showGeneration(projection, 1),
    `INSERT INTO read_model (model, generation, status) VALUES ('${projection.name}', 1, 'live')`,
  ];
}
