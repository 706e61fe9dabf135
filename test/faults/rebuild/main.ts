import { parseArgs } from 'node:util';
import { isGood, rebuildUnderLoad, reportText } from './rebuild-under-load.js';

const usage = `npm run rebuild-under-load -- [options]

Starts servers and programs of its own, fills the ledger through the broker and the real ingest, then makes every read model anew
from the ledger, one after the other, while readers poll the API and clients decide. The rows must be the same as before, and no
read may fail.

  --events N    events in the ledger before the first rebuild (100000)
  --readers N   readers beside each other (3)
  --clients N   clients that decide beside each other (2)
  --json        the report as one JSON document on the standard output
  --help

Exit codes: 0 same rows and no read failed · 1 otherwise · 2 wrong option.

Example: npm run rebuild-under-load -- --events 20000
`;

const wrongOption = 2;

interface Options {
  readonly help: boolean;
  readonly json: boolean;
  readonly events: number;
  readonly readers: number;
  readonly clients: number;
}

function whole(name: string, text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is "${text}"; a whole number above zero was expected.`);
  return value;
}

function optionsOf(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      events: { type: 'string' },
      readers: { type: 'string' },
      clients: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  return {
    help: values.help ?? false,
    json: values.json ?? false,
    events: whole('events', values.events, 100_000),
    readers: whole('readers', values.readers, 3),
    clients: whole('clients', values.clients, 2),
  };
}

function optionsOrExit(): Options {
  try {
    return optionsOf(process.argv.slice(2));
  } catch (reason) {
    process.stderr.write(`${reason instanceof Error ? reason.message : String(reason)}\n\n${usage}`);
    process.exit(wrongOption);
  }
}

const options = optionsOrExit();
if (options.help) {
  process.stdout.write(usage);
  process.exit(0);
}
const plan = { events: options.events, readers: options.readers, clients: options.clients, files: 6 };
const report = await rebuildUnderLoad(plan, line => void process.stderr.write(`${line}\n`));
process.stdout.write(options.json ? `${JSON.stringify({ good: isGood(report), ...report })}\n` : `\n${reportText(report, plan)}\n`);
process.exitCode = isGood(report) ? 0 : 1;
