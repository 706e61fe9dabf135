import type { MigrationInterface, QueryRunner } from 'typeorm';
import { firstGeneration } from '../generations.js';
import { realityProjection } from './reality.projection.js';

export class CreateReality1763740000006 implements MigrationInterface {
  readonly name = 'CreateReality1763740000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of firstGeneration(realityProjection)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW reality');
    await runner.query('DROP TABLE reality_v1');
    await runner.query("DELETE FROM read_model WHERE model = 'reality'");
  }
}
