import { randomUUID } from 'node:crypto';
import { migrate, ownerDataSource, poolOf, projectionNamed, modelTable, type Projection } from '@palabre/projection';
import { Client, type Pool } from 'pg';

export const quietLogger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

async function asOwner(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    for (const sql of statements) await client.query(sql);
  } finally {
    await client.end();
  }
}

const named = (url: string, name: string): string => {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
};

/** Databases with the projection's tables, made and dropped in a moment: a migrated template and copies of it. */
export class Databases {
  readonly #server: string;
  readonly #template = `bench_template_${randomUUID().slice(0, 8)}`;

  constructor(server: string) {
    this.#server = server;
  }

  async open(): Promise<void> {
    await asOwner(this.#server, `CREATE DATABASE ${this.#template}`);
    await migrate(named(this.#server, this.#template), quietLogger);
  }

  /** An empty copy; a checkpoint before it is used, so that none falls into a measurement. */
  async fresh(): Promise<{ url: string; drop: () => Promise<void> }> {
    const name = `bench_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
    await asOwner(this.#server, `CREATE DATABASE ${name} TEMPLATE ${this.#template}`, 'CHECKPOINT');
    return { url: named(this.#server, name), drop: () => asOwner(this.#server, `DROP DATABASE ${name} WITH (FORCE)`) };
  }

  close(): Promise<void> {
    return asOwner(this.#server, `DROP DATABASE ${this.#template} WITH (FORCE)`);
  }
}

/** Works with the owner's pool on a database and closes it. */
export async function withPool<T>(url: string, work: (pool: Pool) => Promise<T>): Promise<T> {
  const source = await ownerDataSource(url).initialize();
  try {
    return await work(poolOf(source));
  } finally {
    await source.destroy();
  }
}

export const projectionCalled = (name: string): Projection => {
  const found = projectionNamed(name);
  if (!found) throw new Error(`no read model is called ${name}`);
  return found;
};

/** Rows, sum of versions and hash over all rows of a generation's table. */
export async function fingerprintOf(pool: Pool, model: string, generation: number): Promise<unknown> {
  const { rows } = await pool.query<object>(modelTable(projectionCalled(model), generation).fingerprint);
  return rows[0];
}
