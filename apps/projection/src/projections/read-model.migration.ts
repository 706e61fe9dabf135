import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runtimeRole } from '../database/runtime-role.js';

const tables = `
CREATE TABLE read_model (
  model text NOT NULL, generation int NOT NULL,
  status text NOT NULL CHECK (status IN ('building', 'live', 'retired', 'failed')),
  position bigint NOT NULL DEFAULT 0, since timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (model, generation)
) WITH (fillfactor = 50);
CREATE UNIQUE INDEX read_model_one_live ON read_model (model) WHERE status = 'live';
CREATE TABLE read_model_stall (
  model text NOT NULL, generation int NOT NULL, partnership text NOT NULL, version bigint NOT NULL, reason text NOT NULL,
  since timestamptz NOT NULL DEFAULT now(), PRIMARY KEY (model, generation, partnership)
);
CREATE TABLE rebuild_job (
  id uuid PRIMARY KEY, model text NOT NULL, generation int NOT NULL,
  state text NOT NULL, done bigint NOT NULL DEFAULT 0, total bigint NOT NULL DEFAULT 0,
  started_at timestamptz NOT NULL DEFAULT now(), finished_at timestamptz, report jsonb
);
GRANT SELECT, INSERT, UPDATE, DELETE ON read_model, read_model_stall, rebuild_job TO ${runtimeRole};`;

/** The registry: which generation of each read model is shown, and how far each has read. */
export class CreateReadModels1763690000002 implements MigrationInterface {
  readonly name = 'CreateReadModels1763690000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE rebuild_job, read_model_stall, read_model');
  }
}
