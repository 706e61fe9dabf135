import type { MigrationInterface, QueryRunner } from 'typeorm';
import { firstGeneration } from '../generations.js';
import { fileProjection } from './file.projection.js';

export class CreateFile1763690000004 implements MigrationInterface {
  readonly name = 'CreateFile1763690000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of firstGeneration(fileProjection)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW file');
    await runner.query('DROP TABLE file_v1');
    await runner.query("DELETE FROM read_model WHERE model = 'file'");
  }
}
