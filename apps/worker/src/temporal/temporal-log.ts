import type { Logger as PinoLogger } from 'pino';
import { DefaultLogger, type LogEntry, type Logger } from '@temporalio/worker';

/** What the SDK's core says, once per run and worker, when a workflow task fails. */
export const failingTaskMessage = 'Failing workflow task';

/** Messages of the bundler and of a starting worker that nobody needs at info. */
const chatter = /^(Workflow bundle created|asset |Creating worker|Worker state changed)/;

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

const field = (meta: LogEntry['meta'], name: string): string | null => {
  const value: unknown = meta?.[name];
  return typeof value === 'string' ? value : null;
};

/** First lines of a failure: message and place, never the payloads behind it. */
const excerpt = (text: string | null): string | null => (text === null ? null : text.slice(0, 600));

/** Leads the SDK's messages to our log. A failing workflow task is an error here, and `onTaskFailure` counts it. */
export function temporalLogger(log: PinoLogger, onTaskFailure: (runId: string) => void): Logger {
  return new DefaultLogger('DEBUG', ({ level, message, meta }) => {
    if (message === failingTaskMessage) {
      const runId = field(meta, 'runId') ?? 'unknown';
      onTaskFailure(runId);
      log.error(
        { part: 'temporal', runId, failure: excerpt(field(meta, 'failure')) },
        'a workflow task fails: its partnership stands still until this is mended',
      );
      return;
    }
    const severity = chatter.test(message) ? 'debug' : levels[level];
    const about = { part: 'temporal', workflowId: field(meta, 'workflowId') ?? undefined, runId: field(meta, 'runId') ?? undefined };
    log[severity](meta?.['error'] === undefined ? about : { ...about, error: String(meta['error']) }, message);
  });
}
