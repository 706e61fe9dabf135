import type { EventConsumer, EventLog, LogBatch, Logger } from '@palabre/event-log';
import type { Follower } from '../projections/follower.js';
import type { Ingest } from './ingest.js';

/** All projections of one installation are one group: partitions are shared out among their processes. */
export const readerGroup = (topic: string): string => `palabre-projection.${topic}`;

/** Most records written in one transaction, unless a single batch brings more. */
const recordsPerTransaction = 4_000;

interface Waiting {
  readonly batch: LogBatch;
  taken(): void;
  refused(error: unknown): void;
}

/**
 * Takes the batches of all partitions that wait into the ledger together: the busier it is, the more go with one commit. A batch that
 * cannot be taken is tried by itself, so that it holds up no other partition.
 */
class Intake {
  readonly #ingest: Ingest;
  readonly #follower: Follower;
  readonly #logger: Logger;
  readonly #waiting: Waiting[] = [];
  #isWorking = false;

  constructor(ingest: Ingest, follower: Follower, logger: Logger) {
    this.#ingest = ingest;
    this.#follower = follower;
    this.#logger = logger;
  }

  /** Resolves when the batch is in the ledger, rejects when it could not be taken. */
  take(batch: LogBatch): Promise<void> {
    return new Promise<void>((taken, refused) => {
      this.#waiting.push({ batch, taken, refused });
      // What one fetch brought is handed over partition by partition within this turn of the loop: let it all arrive.
      if (!this.#isWorking) setImmediate(() => void this.#work());
      this.#isWorking = true;
    });
  }

  async #work(): Promise<void> {
    for (let group = this.#nextGroup(); group.length > 0; group = this.#nextGroup()) {
      if (group.length > 1 && (await this.#isTaken(group))) continue;
      for (const one of group) await this.#takeAlone(one);
    }
    this.#isWorking = false;
  }

  #nextGroup(): Waiting[] {
    let records = 0;
    const most = this.#waiting.findIndex(({ batch }) => (records += batch.records.length) > recordsPerTransaction);
    return this.#waiting.splice(0, most === -1 ? this.#waiting.length : Math.max(most, 1));
  }

  async #isTaken(group: readonly Waiting[]): Promise<boolean> {
    try {
      await this.#write(group.map(({ batch }) => batch));
    } catch (error) {
      this.#logger.debug({ batches: group.length, error: String(error) }, 'batches could not be taken together; trying one by one');
      return false;
    }
    for (const one of group) one.taken();
    return true;
  }

  async #takeAlone({ batch, taken, refused }: Waiting): Promise<void> {
    await this.#write([batch]).then(taken, refused);
  }

  async #write(batches: readonly LogBatch[]): Promise<void> {
    const { appended, duplicates, parked } = await this.#ingest.ingestBatch(...batches);
    const partitions = batches.map(({ partition }) => partition);
    this.#logger.debug({ partitions, appended: appended.length, duplicates, parked: parked.length }, 'batches taken');
    for (const { attributes } of appended) {
      this.#logger.debug(
        { correlation: attributes.correlation, event: attributes.id, type: attributes.type, version: attributes.streamversion },
        'event in the ledger',
      );
    }
    if (appended.length > 0) await this.#follower.follow(appended);
  }
}

/** Reads the event log into the ledger, and lets the read models follow. */
export function createIntake(log: EventLog, topic: string, ingest: Ingest, follower: Follower, logger: Logger): EventConsumer {
  const intake = new Intake(ingest, follower, logger);
  return log.consumer({
    groupId: readerGroup(topic),
    logger,
    positions: (partitions, description) => ingest.claim(partitions, description),
    onBatch: batch => intake.take(batch),
  });
}
