import type { MigrationInterface, QueryRunner } from 'typeorm';
import { firstGeneration } from '../generations.js';
import { journalProjection } from './journal.projection.js';

export class CreateJournal1763730000001 implements MigrationInterface {
  readonly name = 'CreateJournal1763730000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of firstGeneration(journalProjection)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW journal');
    await runner.query('DROP TABLE journal_v1');
    await runner.query("DELETE FROM read_model WHERE model = 'journal'");
  }
}
