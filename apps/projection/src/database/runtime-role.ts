/**
 * The role under which the projection works. The owner migrates, keeps the ledger, and grants this role what it needs;
 * read models, which are made again from the ledger at any time, belong to it, so that a rebuild needs no owner.
 * Roles belong to a PostgreSQL cluster, so databases of one cluster use the same one.
 */
export const runtimeRole = 'palabre_projection';

/** Creates the role when it is missing; two databases migrating at the same moment do not disturb each other. */
export const createRuntimeRole = `
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${runtimeRole}') THEN
    CREATE ROLE ${runtimeRole} NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$`;

export const grantRuntimeRole = `
DO $$ BEGIN
  EXECUTE format('GRANT ${runtimeRole} TO %I', current_user);
EXCEPTION WHEN unique_violation OR internal_error THEN NULL;
END $$`;

/** Gives the read models that the migrations made to the role that keeps them. Says nothing of any other table. */
export const handOverReadModels = `
DO $$ DECLARE one record; BEGIN
  EXECUTE format('GRANT USAGE, CREATE ON SCHEMA %I TO ${runtimeRole}', current_schema());
  FOR one IN
    SELECT c.relname AS name, CASE c.relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END AS kind
    FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v') AND r.rolname <> '${runtimeRole}'
      AND c.relname IN (SELECT model FROM read_model UNION SELECT model || '_v' || generation FROM read_model)
  LOOP
    EXECUTE format('ALTER %s %I OWNER TO ${runtimeRole}', one.kind, one.name);
  END LOOP;
END $$`;
