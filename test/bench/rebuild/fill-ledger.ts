import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { encodeLedger } from '@palabre/projection';
import type { Pool } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { interleaved, type Sealed } from '../dossier/streams.js';

const columns =
  'position, stream, version, type, schema_version, recorded_at, fact_at, actor, actor_role, party, cause, correlation, hash, previous_hash, partition, kafka_offset, attributes, payload';

const chunk = 20_000;

const rowOf = ({ attributes, dataText, value }: Sealed, position: bigint): Parameters<typeof encodeLedger>[0][number] => ({
  raw: { partition: 0, offset: position, key: attributes.subject, headers: {}, value, timestamp: attributes.time },
  event: { type: attributes.type as never, attributes, dataText, data: null },
});

/** Fills an empty ledger with sound streams; every read model counts as caught up with it, and is empty until it is rebuilt. */
export async function fillLedger(pool: Pool, count: number, underWay: number, tell: (line: string) => void): Promise<void> {
  const client = await pool.connect();
  try {
    let waiting: Sealed[] = [];
    let written = 0n;
    const write = async (): Promise<void> => {
      const bytes = encodeLedger(
        waiting.map((one, place) => rowOf(one, written + BigInt(place))),
        written,
      );
      await pipeline(Readable.from([bytes]), client.query(copyFrom(`COPY ledger (${columns}) FROM STDIN (FORMAT binary)`)));
      written += BigInt(waiting.length);
      waiting = [];
      if (written % 200_000n === 0n) tell(`${written} events in the ledger`);
    };
    for (const event of interleaved(count, underWay)) {
      waiting.push(event);
      if (waiting.length === chunk) await write();
    }
    if (waiting.length > 0) await write();
    await client.query('UPDATE ledger_counter SET position = $1', [written.toString()]);
    await client.query("UPDATE read_model SET position = $1 WHERE status = 'live'", [written.toString()]);
    await client.query('VACUUM ANALYZE ledger');
  } finally {
    client.release();
  }
}
