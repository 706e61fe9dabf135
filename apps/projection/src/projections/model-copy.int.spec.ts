import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { fingerprint } from '../rebuild/fingerprint.js';
import { historyFor } from '../spec/model-history.js';
import { scratchDatabase, type ScratchDatabase } from '../spec/servers.js';
import { toldIn } from '../spec/told.js';
import { projections } from './index.js';
import { modelCopy } from './model-copy.js';
import { modelTable } from './model-table.js';
import { foldRows } from './projection.js';

let database: ScratchDatabase;
let client: Client;

beforeAll(async () => {
  database = await scratchDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

describe('new rows of a read model', () => {
  it.each(projections.map(one => [one.name, one] as const))(
    'of %s are the same written by COPY and by statement',
    async (name, projection) => {
      const [stated, copied] = [modelTable(projection, 1), modelTable(projection, 2)];
      for (const { table } of [stated, copied]) for (const sql of projection.ddl(table)) await client.query(sql);
      const told = toldIn({ events: historyFor(name)('s-1').envelopes });
      const rows = [...foldRows(projection, told).values()];
      await client.query(stated.insert, [JSON.stringify(rows)]);
      const copy = modelCopy(projection, copied.table);
      if (!copy) throw new Error(`${name} has a column that is not copied`);
      await pipeline(Readable.from([copy.encode(rows)]), client.query(copyFrom(copy.statement)));
      const found = await fingerprint(client, copied);
      expect(Number(found.rows)).toBe(rows.length);
      expect(rows.length).toBeGreaterThan(0);
      expect(found).toEqual(await fingerprint(client, stated));
    },
  );
});
