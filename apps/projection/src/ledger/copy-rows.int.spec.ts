import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { scratchDatabase, type ScratchDatabase } from '../spec/servers.js';
import { CopyRows } from './copy-rows.js';

let database: ScratchDatabase;
let client: Client;

beforeAll(async () => {
  database = await scratchDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(
    'CREATE TABLE every_kind (n int, big bigint, words text, yes boolean, at timestamptz, doc jsonb, list text[], digest bytea, raw text)',
  );
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

const texts = ['', 'plain', 'x'.repeat(48), 'é', `${'x'.repeat(47)}é`, 'Eau — “sûre” 💧', 'y'.repeat(70_000)];
const instants = ['2027-03-15T09:00:00.123Z', '1999-12-31T23:59:59.999Z', '1969-07-20T20:17:40.000Z', '9999-12-31T23:59:59.999Z'];
const numbers = [0n, -1n, 4_294_967_295n, 4_294_967_296n, -4_294_967_297n, 9_007_199_254_740_993n, -9_223_372_036_854_775_808n];

describe('rows in binary form', () => {
  it('are in the table as they were: every length of text, every size of number, instants before and after 2000, empty lists', async () => {
    const rows = new CopyRows();
    const expected = texts.map((words, at) => {
      const [big, instant] = [numbers[at % numbers.length] ?? 0n, instants[at % instants.length] ?? ''];
      return { n: at - 3, big, words, yes: at % 2 === 0, at: instant, doc: { words, none: null }, list: texts.slice(0, at), raw: words };
    });
    for (const one of expected) {
      rows.row(9);
      rows.int4(one.n);
      rows.int8(one.big);
      rows.text(one.words);
      rows.boolean(one.yes);
      rows.instant(one.at);
      rows.jsonb(one.doc);
      rows.texts(one.list);
      rows.hex('00ff');
      rows.bytes(Buffer.from(one.raw));
    }
    rows.row(9);
    for (let field = 0; field < 9; field += 1) rows.null();
    await pipeline(Readable.from([rows.finish()]), client.query(copyFrom('COPY every_kind FROM STDIN (FORMAT binary)')));
    const found = await client.query<Record<string, unknown>>('SELECT *, at::text AS told FROM every_kind WHERE n IS NOT NULL ORDER BY n');
    expect(
      found.rows.map(row => ({
        ...row,
        at: (row['at'] as Date).toISOString(),
        big: BigInt(row['big'] as string),
        told: null,
        digest: null,
      })),
    ).toEqual(expected.map(one => ({ ...one, told: null, digest: null })));
    expect(found.rows.every(row => (row['digest'] as Buffer).equals(Buffer.from([0, 255])))).toBe(true);
    const nothing = await client.query('SELECT count(*)::int AS n FROM every_kind e WHERE e IS NULL');
    expect(nothing.rows).toEqual([{ n: 1 }]);
  });
});
