import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { tableNames } from './tables.js';
import { Client } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { timed } from '../measuring/rounds.js';

/** Binary COPY data of each table, cut into as many pieces as there are batches. */
export type Dump = readonly { readonly table: string; readonly pieces: readonly Buffer[] }[];

async function connected<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function pieceOf(client: Client, table: string, key: string, offset: number, limit: number): Promise<Buffer> {
  const rows = client.query(
    copyTo(`COPY (SELECT * FROM ${table} ORDER BY ${key} OFFSET ${offset} LIMIT ${limit}) TO STDOUT (FORMAT binary)`),
  );
  const chunks: Buffer[] = [];
  for await (const chunk of rows) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Takes the rows that the projector wrote out of its database, in pieces of about the same number of rows. */
export const dumpOf = (url: string, events: number, rowsPerBatch: number): Promise<Dump> =>
  connected(url, async client => {
    const batches = Math.ceil(events / rowsPerBatch);
    const dump: { table: string; pieces: Buffer[] }[] = [];
    for (const { table, key } of tableNames) {
      const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${table}`);
      const size = Math.ceil(Number(rows[0]?.count ?? 0) / batches);
      const pieces: Buffer[] = [];
      for (let batch = 0; batch < batches; batch += 1) pieces.push(await pieceOf(client, table, key, batch * size, size));
      dump.push({ table, pieces });
    }
    return dump;
  });

/** Writes the same rows with nothing but COPY, one transaction per batch, ready-made bytes. Answers milliseconds. */
export const runCopy = (url: string, dump: Dump): Promise<number> =>
  connected(url, client =>
    timed(async () => {
      const batches = dump[0]?.pieces.length ?? 0;
      for (let batch = 0; batch < batches; batch += 1) {
        await client.query('BEGIN');
        for (const { table, pieces } of dump) {
          const piece = pieces[batch];
          if (piece) await pipeline(Readable.from([piece]), client.query(copyFrom(`COPY ${table} FROM STDIN (FORMAT binary)`)));
        }
        await client.query('COMMIT');
      }
    }),
  );
