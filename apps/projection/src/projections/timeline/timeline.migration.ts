import type { MigrationInterface, QueryRunner } from 'typeorm';
import { firstGeneration } from '../generations.js';
import { timelineProjection } from './timeline.projection.js';

export class CreateTimeline1763690000006 implements MigrationInterface {
  readonly name = 'CreateTimeline1763690000006';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of firstGeneration(timelineProjection)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW timeline');
    await runner.query('DROP TABLE timeline_v1');
    await runner.query("DELETE FROM read_model WHERE model = 'timeline'");
  }
}
