import type { ClientBase } from 'pg';
import type { ModelTable } from '../projections/model-table.js';

/** What two generations of a read model are compared by: number of rows, sum of versions, order-free hash of all rows. */
export interface Fingerprint {
  readonly rows: string;
  readonly versions: string;
  readonly hash: string;
}

export async function fingerprint(client: ClientBase, table: ModelTable): Promise<Fingerprint> {
  const { rows } = await client.query<Fingerprint>(table.fingerprint);
  return rows[0] ?? { rows: '0', versions: '0', hash: '0' };
}

export const sameFingerprint = (a: Fingerprint, b: Fingerprint): boolean =>
  a.rows === b.rows && a.versions === b.versions && a.hash === b.hash;
