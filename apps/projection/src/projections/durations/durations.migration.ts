import type { MigrationInterface, QueryRunner } from 'typeorm';
import { firstGeneration } from '../generations.js';
import { durationsProjection } from './durations.projection.js';

export class CreateDurations1763740000003 implements MigrationInterface {
  readonly name = 'CreateDurations1763740000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of firstGeneration(durationsProjection)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW durations');
    await runner.query('DROP TABLE durations_v1');
    await runner.query("DELETE FROM read_model WHERE model = 'durations'");
  }
}
