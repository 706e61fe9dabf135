import type { MigrationInterface, QueryRunner } from 'typeorm';
import { firstGeneration } from '../generations.js';
import { surveysProjection } from './surveys.projection.js';

export class CreateSurveys1763740000001 implements MigrationInterface {
  readonly name = 'CreateSurveys1763740000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of firstGeneration(surveysProjection)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW surveys');
    await runner.query('DROP TABLE surveys_v1');
    await runner.query("DELETE FROM read_model WHERE model = 'surveys'");
  }
}
