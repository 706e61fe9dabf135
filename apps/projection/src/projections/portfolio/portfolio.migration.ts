import type { MigrationInterface, QueryRunner } from 'typeorm';
import { firstGeneration } from '../generations.js';
import { portfolioProjection } from './portfolio.projection.js';

export class CreatePortfolio1763690000003 implements MigrationInterface {
  readonly name = 'CreatePortfolio1763690000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of firstGeneration(portfolioProjection)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW portfolio');
    await runner.query('DROP TABLE portfolio_v1');
    await runner.query("DELETE FROM read_model WHERE model = 'portfolio'");
  }
}
