import type { MigrationInterface, QueryRunner } from 'typeorm';
import { firstGeneration } from './generations.js';
import { tableName } from './model-table.js';
import type { Projection } from './projection.js';

/** The migration that makes the first generation of a read model. Databases remember it by its name: the model's, and its stamp. */
export function migrationOf(projection: Projection): new () => MigrationInterface {
  const { name: model, stamp } = projection;
  return class implements MigrationInterface {
    readonly name = `Create${model.charAt(0).toUpperCase()}${model.slice(1)}${stamp}`;

    async up(runner: QueryRunner): Promise<void> {
      for (const sql of firstGeneration(projection)) await runner.query(sql);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query(`DROP VIEW ${model}`);
      await runner.query(`DROP TABLE ${tableName(projection, 1)}`);
      await runner.query('DELETE FROM read_model WHERE model = $1', [model]);
    }
  };
}
