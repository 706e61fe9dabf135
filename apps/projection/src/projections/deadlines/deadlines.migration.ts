import type { MigrationInterface, QueryRunner } from 'typeorm';
import { firstGeneration } from '../generations.js';
import { deadlinesProjection } from './deadlines.projection.js';

export class CreateDeadlines1763690000007 implements MigrationInterface {
  readonly name = 'CreateDeadlines1763690000007';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of firstGeneration(deadlinesProjection)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW deadlines');
    await runner.query('DROP TABLE deadlines_v1');
    await runner.query("DELETE FROM read_model WHERE model = 'deadlines'");
  }
}
