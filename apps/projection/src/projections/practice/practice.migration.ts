import type { MigrationInterface, QueryRunner } from 'typeorm';
import { firstGeneration } from '../generations.js';
import { practiceProjection } from './practice.projection.js';

export class CreatePractice1763740000004 implements MigrationInterface {
  readonly name = 'CreatePractice1763740000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of firstGeneration(practiceProjection)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW practice');
    await runner.query('DROP TABLE practice_v1');
    await runner.query("DELETE FROM read_model WHERE model = 'practice'");
  }
}
