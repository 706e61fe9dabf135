import type { MigrationInterface, QueryRunner } from 'typeorm';
import { firstGeneration } from '../generations.js';
import { balanceProjection } from './balance.projection.js';

export class CreateBalance1763730000002 implements MigrationInterface {
  readonly name = 'CreateBalance1763730000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of firstGeneration(balanceProjection)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW balance');
    await runner.query('DROP TABLE balance_v1');
    await runner.query("DELETE FROM read_model WHERE model = 'balance'");
  }
}
