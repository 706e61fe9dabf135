import type { EventEnvelope } from '@palabre/contracts';
import { createAnnouncer } from '@palabre/event-log';
import { interleaved, story } from '../../bench/dossier/streams.js';
import type { House } from '../../support/house.js';
import { until } from '../../support/until.js';
import { ledgerEvents } from '../ledger.js';
import type { Progress } from '../run.js';

/** Events that are sent before the next are made: as many as one request to the broker takes. */
const batchEvents = 2_000;

const ingestedWithinMs = 600_000;
const tellEveryEvents = 20_000;

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** As many partnerships tell at a time as let each come well into its story. */
const underWayOf = (events: number): number => Math.max(1, Math.ceil(events / story.length));

/**
 * Fills the ledger the way every event gets there: announced to the broker and ingested by the projection. The events
 * are sound streams of invented partnerships that no workflow knows. Answers how long the ingest took, in milliseconds.
 */
export async function fillLedger(house: House, events: number, tell: Progress): Promise<number> {
  const { addresses, settings } = house.stack;
  const announcer = createAnnouncer({
    brokers: addresses.kafka.split(','),
    clientId: 'palabre-filler',
    topic: settings.topic,
    topicFacts: { partitions: 12, replication: 1, retentionMs: -1 },
    logger: silent,
  });
  const before = await ledgerEvents(house);
  const began = Date.now();
  try {
    let batch: EventEnvelope[] = [];
    let sent = 0;
    const send = async (): Promise<void> => {
      await announcer.announce(batch);
      sent += batch.length;
      if (sent % tellEveryEvents === 0) tell(`${sent} events announced`);
      batch = [];
    };
    for (const { attributes, dataText } of interleaved(events, underWayOf(events))) {
      batch.push({ attributes, data: JSON.parse(dataText) as EventEnvelope['data'] });
      if (batch.length === batchEvents) await send();
    }
    if (batch.length > 0) await send();
  } finally {
    await announcer.close();
  }
  const isIn = (held: number): boolean => held >= before + events;
  await until(`${events} events are in the ledger`, () => ledgerEvents(house), isIn, ingestedWithinMs);
  return Date.now() - began;
}
