import { projections } from '@palabre/projection';
import { DataSource } from 'typeorm';
import { batchOf, type Backlog } from '../dossier/kafka-messages.js';
import { timed } from '../measuring/rounds.js';
import { NaiveEvent, NaiveOffset } from './naive-entities.js';
import { NaiveHandler } from './naive-handler.js';

const tables = [
  `CREATE TABLE naive_event (id uuid PRIMARY KEY, stream text NOT NULL, version int NOT NULL, type text NOT NULL, "recordedAt" timestamptz NOT NULL,
     actor text NOT NULL, cause text NOT NULL, hash text NOT NULL, attributes jsonb NOT NULL, payload jsonb NOT NULL, UNIQUE (stream, version))`,
  'CREATE TABLE naive_offset (partition int PRIMARY KEY, next bigint NOT NULL)',
];

/** The naive handler over some messages. Answers milliseconds. */
export async function runNaive(url: string, messages: Backlog): Promise<number> {
  const entities = [NaiveEvent, NaiveOffset, ...projections.map(one => one.entity)];
  const source = await new DataSource({ type: 'postgres', url, entities }).initialize();
  try {
    for (const sql of tables) await source.query(sql);
    const handler = new NaiveHandler(source);
    const { records } = batchOf(messages, 0, messages.length);
    return await timed(async () => {
      for (const record of records) await handler.handle(record);
    });
  } finally {
    await source.destroy();
  }
}
