import type { MigrationInterface, QueryRunner } from 'typeorm';
import { firstGeneration } from '../generations.js';
import { clausesProjection } from './clauses.projection.js';

export class CreateClauses1763720000003 implements MigrationInterface {
  readonly name = 'CreateClauses1763720000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of firstGeneration(clausesProjection)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW clauses');
    await runner.query('DROP TABLE clauses_v1');
    await runner.query("DELETE FROM read_model WHERE model = 'clauses'");
  }
}
