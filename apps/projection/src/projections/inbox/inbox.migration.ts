import type { MigrationInterface, QueryRunner } from 'typeorm';
import { firstGeneration } from '../generations.js';
import { inboxProjection } from './inbox.projection.js';

export class CreateInbox1763690000005 implements MigrationInterface {
  readonly name = 'CreateInbox1763690000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of firstGeneration(inboxProjection)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW inbox');
    await runner.query('DROP TABLE inbox_v1');
    await runner.query("DELETE FROM read_model WHERE model = 'inbox'");
  }
}
