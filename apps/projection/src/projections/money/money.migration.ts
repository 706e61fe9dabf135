import type { MigrationInterface, QueryRunner } from 'typeorm';
import { firstGeneration } from '../generations.js';
import { moneyProjection } from './money.projection.js';

export class CreateMoney1763720000002 implements MigrationInterface {
  readonly name = 'CreateMoney1763720000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of firstGeneration(moneyProjection)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW money');
    await runner.query('DROP TABLE money_v1');
    await runner.query("DELETE FROM read_model WHERE model = 'money'");
  }
}
