import type { MigrationInterface, QueryRunner } from 'typeorm';
import { firstGeneration } from '../generations.js';
import { organisationsProjection } from './organisations.projection.js';

export class CreateOrganisations1763720000004 implements MigrationInterface {
  readonly name = 'CreateOrganisations1763720000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of firstGeneration(organisationsProjection)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW organisations');
    await runner.query('DROP TABLE organisations_v1');
    await runner.query("DELETE FROM read_model WHERE model = 'organisations'");
  }
}
