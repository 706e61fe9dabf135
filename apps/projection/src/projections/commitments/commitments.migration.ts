import type { MigrationInterface, QueryRunner } from 'typeorm';
import { firstGeneration } from '../generations.js';
import { commitmentsProjection } from './commitments.projection.js';

export class CreateCommitments1763720000001 implements MigrationInterface {
  readonly name = 'CreateCommitments1763720000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of firstGeneration(commitmentsProjection)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW commitments');
    await runner.query('DROP TABLE commitments_v1');
    await runner.query("DELETE FROM read_model WHERE model = 'commitments'");
  }
}
