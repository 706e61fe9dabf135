/**
 * The role under which the projection works. It owns nothing: the owner migrates, and grants it exactly what it needs.
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
