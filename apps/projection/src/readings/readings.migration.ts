import type { MigrationInterface, QueryRunner } from 'typeorm';
import { runtimeRole } from '../database/runtime-role.js';

/** Not a read model: no event tells of a reading, so that nothing but this table knows of it. */
const table = `
CREATE TABLE file_reading (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  partnership text NOT NULL,
  version int NOT NULL,
  read_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  person text NOT NULL,
  organisation text NOT NULL,
  party text,
  what text NOT NULL,
  in_clear boolean NOT NULL
);
CREATE INDEX file_reading_of ON file_reading (partnership, id);
COMMENT ON COLUMN file_reading.party IS 'party of the file that the reader belongs to; null for an auditor from outside';`;

/** Grants name what may be done; this refuses the rest to everybody, the owner and a superuser included. */
const appendOnly = `
CREATE FUNCTION file_reading_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the record of readings is append-only: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege'; END $$;
CREATE TRIGGER file_reading_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON file_reading FOR EACH STATEMENT EXECUTE FUNCTION file_reading_is_append_only();
ALTER TABLE file_reading ENABLE ALWAYS TRIGGER file_reading_no_change;`;

const grants = `
REVOKE ALL ON file_reading FROM PUBLIC;
GRANT SELECT, INSERT ON file_reading TO ${runtimeRole};`;

export class CreateReadings1763750000002 implements MigrationInterface {
  readonly name = 'CreateReadings1763750000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [table, appendOnly, grants]) await runner.query(sql);
  }

  /** Who read is never taken back by a tool. */
  down(): Promise<void> {
    return Promise.reject(
      new Error('The record of readings is not dropped by a migration: drop the database by hand if that is what you want.'),
    );
  }
}
