import type { EventEnvelope } from '@palabre/contracts';
import type { Announcer, Logger } from '@palabre/event-log';
import type { AnnouncingPort } from '@palabre/workflows';
import type { Vitals } from './health/vitals.js';

const correlationsOf = (batch: readonly EventEnvelope[]): string[] => [...new Set(batch.map(({ attributes }) => attributes.correlation))];

/** Binds the workflow's announcing port to the event log, and shows every retry. */
export function bindAnnouncing(announcer: Announcer, vitals: Vitals, logger: Logger): AnnouncingPort {
  return {
    async announce(batch) {
      const [first] = batch;
      if (first === undefined) return;
      const { stream, streamversion: from } = first.attributes;
      const about = { stream, from, to: from + batch.length - 1, correlations: correlationsOf(batch) };
      try {
        await announcer.announce(batch);
      } catch (error) {
        vitals.announcingFailed(stream);
        logger.warn({ ...about, error: String(error) }, 'events wait: announcing failed and will be tried again');
        throw error;
      }
      vitals.announced(stream);
      logger.info(about, 'events announced');
    },
  };
}
