import type { MigrationInterface, QueryRunner } from 'typeorm';
import { firstGeneration } from '../generations.js';
import { leadershipProjection } from './leadership.projection.js';

export class CreateLeadership1763720000005 implements MigrationInterface {
  readonly name = 'CreateLeadership1763720000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of firstGeneration(leadershipProjection)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW leadership');
    await runner.query('DROP TABLE leadership_v1');
    await runner.query("DELETE FROM read_model WHERE model = 'leadership'");
  }
}
