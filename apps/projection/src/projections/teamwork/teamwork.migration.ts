import type { MigrationInterface, QueryRunner } from 'typeorm';
import { firstGeneration } from '../generations.js';
import { teamworkProjection } from './teamwork.projection.js';

export class CreateTeamwork1763740000005 implements MigrationInterface {
  readonly name = 'CreateTeamwork1763740000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of firstGeneration(teamworkProjection)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW teamwork');
    await runner.query('DROP TABLE teamwork_v1');
    await runner.query("DELETE FROM read_model WHERE model = 'teamwork'");
  }
}
