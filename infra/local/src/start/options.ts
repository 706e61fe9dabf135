import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UsageError } from '../entry.js';

export interface StartOptions {
  /** Plays the demo, prints a summary and ends. */
  readonly once: boolean;
  /** One JSON document on the standard output instead of text. */
  readonly json: boolean;
  /** Deletes earlier data first. */
  readonly fresh: boolean;
  readonly demo: boolean;
  readonly help: boolean;
  readonly dataDir: string;
}

export const START_USAGE = `npm start -- [options]

Starts Palabre on this machine: Temporal, Kafka, PostgreSQL, our programs, a sign-in with demo accounts, and the demo portfolio.

  --once       play the demo, print a summary, stop; exit code 0 when everything was played and verified
  --fresh      delete earlier data and start empty
  --no-demo    do not play the demo
  --json       one JSON document on the standard output (npm start --silent -- --json)
  --data DIR   folder of the data (.palabre)
  --help       this text

A server whose address is in TEMPORAL_ADDRESS, KAFKA_BROKERS or DATABASE_URL is used as it is and not started here.
Exit codes: 0 done · 1 something failed · 2 wrong option, or already running.

Example: npm start -- --once --fresh
`;

/** Reads the options; throws a UsageError that names the wrong one. */
export function startOptions(args: readonly string[]): StartOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        once: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        fresh: { type: 'boolean', default: false },
        'no-demo': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false, short: 'h' },
        data: { type: 'string', default: '.palabre' },
      },
    });
    const { once, json, fresh, help } = values;
    return { once, json, fresh, help, demo: !values['no-demo'], dataDir: resolve(values.data) };
  } catch (reason) {
    throw new UsageError(`${reason instanceof Error ? reason.message : String(reason)}\n\n${START_USAGE}`);
  }
}
