import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createRuntimeRole, grantRuntimeRole, runtimeRole } from '../database/runtime-role.js';

const tables = `
CREATE TABLE ledger (
  position bigint PRIMARY KEY,
  stream text NOT NULL,
  version bigint NOT NULL CHECK (version >= 1),
  type text NOT NULL,
  schema_version int NOT NULL,
  recorded_at timestamptz NOT NULL,
  fact_at timestamptz NOT NULL,
  actor text NOT NULL,
  actor_role text NOT NULL,
  party text NOT NULL,
  cause text NOT NULL,
  correlation text NOT NULL,
  hash bytea NOT NULL,
  previous_hash bytea NOT NULL,
  partition int NOT NULL,
  kafka_offset bigint NOT NULL,
  attributes text NOT NULL,
  payload text NOT NULL
) WITH (autovacuum_vacuum_insert_scale_factor = 0.02);
CREATE UNIQUE INDEX ledger_stream_version ON ledger (stream, version);
COMMENT ON COLUMN ledger.attributes IS 'headers as received, as one canonical JSON text';
COMMENT ON COLUMN ledger.payload IS 'bytes of the value as received';

CREATE TABLE ledger_head (stream text PRIMARY KEY, version bigint NOT NULL, hash bytea NOT NULL) WITH (fillfactor = 80);
CREATE TABLE ledger_counter (one boolean PRIMARY KEY DEFAULT true CHECK (one), position bigint NOT NULL, recorded_at timestamptz);
INSERT INTO ledger_counter (position) VALUES (0);

CREATE SEQUENCE reader_epoch;
CREATE TABLE log_checkpoint (
  topic text NOT NULL, partition int NOT NULL, next_offset bigint NOT NULL, epoch bigint NOT NULL, cluster text NOT NULL,
  PRIMARY KEY (topic, partition)
);

CREATE TABLE parked_record (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  stream text NOT NULL, version bigint,
  problem text NOT NULL, reason text NOT NULL,
  partition int NOT NULL, kafka_offset bigint NOT NULL,
  key text NOT NULL, headers text NOT NULL, value bytea NOT NULL,
  parked_at timestamptz NOT NULL DEFAULT now(), settled_at timestamptz, settlement text
);
CREATE INDEX parked_open ON parked_record (stream, version) WHERE settled_at IS NULL;`;

/** Grants name what may be done; this refuses the rest to everybody, the owner and a superuser included. */
const appendOnly = `
CREATE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'the ledger is append-only: % is refused', TG_OP USING ERRCODE = 'insufficient_privilege'; END $$;
CREATE TRIGGER ledger_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
ALTER TABLE ledger ENABLE ALWAYS TRIGGER ledger_no_change;`;

const grants = `
REVOKE ALL ON ledger FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO ${runtimeRole};
GRANT SELECT, INSERT ON ledger TO ${runtimeRole};
GRANT SELECT, INSERT, UPDATE ON ledger_head, ledger_counter, log_checkpoint, parked_record TO ${runtimeRole};
GRANT USAGE ON SEQUENCE reader_epoch TO ${runtimeRole};`;

export class CreateLedger1763690000001 implements MigrationInterface {
  readonly name = 'CreateLedger1763690000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [createRuntimeRole, grantRuntimeRole, tables, appendOnly, grants]) await runner.query(sql);
  }

  /** History is never taken back by a tool. */
  down(): Promise<void> {
    return Promise.reject(new Error('The ledger is not dropped by a migration: drop the database by hand if that is what you want.'));
  }
}
