import type { MigrationInterface, QueryRunner } from 'typeorm';
import { firstGeneration } from '../generations.js';
import { reviewsProjection } from './reviews.projection.js';

export class CreateReviews1763740000002 implements MigrationInterface {
  readonly name = 'CreateReviews1763740000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of firstGeneration(reviewsProjection)) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW reviews');
    await runner.query('DROP TABLE reviews_v1');
    await runner.query("DELETE FROM read_model WHERE model = 'reviews'");
  }
}
