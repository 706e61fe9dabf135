import type { MigrationInterface, QueryRunner } from 'typeorm';
import { firstGeneration } from '../generations.js';
import { protectionProjection } from './protection.projection.js';

export class CreateProtection1763750000001 implements MigrationInterface {
  readonly name = 'CreateProtection1763750000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of firstGeneration(protectionProjection)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW protection');
    await runner.query('DROP TABLE protection_v1');
    await runner.query("DELETE FROM read_model WHERE model = 'protection'");
  }
}
