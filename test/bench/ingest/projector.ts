import { createIngest, Follower, poolOf, runtimeDataSource } from '@palabre/projection';
import { quietLogger } from '../measuring/databases.js';
import { timed } from '../measuring/rounds.js';
import { batchOf, type Backlog } from '../dossier/kafka-messages.js';

/** Records in one batch: about what the consumer's 4 MB per partition hold. */
export const batchSize = 2_000;

/** The projector as the program runs it, from bytes to ledger, every read model and offsets. Answers milliseconds. */
export async function runProjector(url: string, messages: Backlog): Promise<number> {
  const source = await runtimeDataSource(url).initialize();
  try {
    const pool = poolOf(source);
    const ingest = createIngest(pool, { topic: 'bench', logger: quietLogger });
    const follower = new Follower(pool, quietLogger);
    await ingest.claim([0], { clusterId: 'bench', extents: new Map([[0, { low: 0n, high: BigInt(messages.length) }]]) });
    return await timed(async () => {
      for (let from = 0; from < messages.length; from += batchSize) {
        const { appended } = await ingest.ingestBatch(batchOf(messages, from, batchSize));
        await follower.follow(appended);
      }
      await follower.settled();
    });
  } finally {
    await source.destroy();
  }
}
