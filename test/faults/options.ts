import { parseArgs } from 'node:util';

/** The storm; the same storm with announcing moved before the commit; kills aimed at the moment after an announcement. */
export const parts = ['storm', 'control', 'aimed'] as const;

type Part = (typeof parts)[number];

/** What `npm run faults` was asked for. */
export interface FaultOptions {
  readonly help: boolean;
  readonly json: boolean;
  readonly kills: number;
  readonly decisions: number;
  readonly partnerships: number;
  readonly clients: number;
  readonly longAwaySeconds: number;
  readonly seed: number;
  readonly parts: readonly Part[];
}

export const usage = `npm run faults -- [options]

Starts servers and programs of its own, lets clients decide while processes are killed (SIGKILL) one after the other, and
compares what clients were promised with ledger, workflows and read models. Then the control: the same storm, shorter, with
announcing moved before the commit, which must lose or double something; and a worker that is killed right after announcing, in
the right and in the wrong order. Ends with a summary.

  --kills N         strokes of the killer (60)
  --decisions N     least number of answered decisions (5000)
  --partnerships N  files worked on (40)
  --clients N       clients beside each other (8)
  --long-away S     seconds for which each server is once kept away (60)
  --seed N          repeats the order of an earlier run
  --short           12 kills, 400 decisions, 10 files, no long outage
  --only storm|control|aimed
  --json            the report as one JSON document on the standard output
  --help

Exit codes: 0 nothing lost or doubled, and the controls lost or doubled something · 1 otherwise · 2 wrong option.

Example: npm run faults -- --kills 12 --decisions 500 --seed 7
`;

const full = { kills: 60, decisions: 5_000, partnerships: 40, clients: 8, longAwaySeconds: 60 };
const short = { kills: 12, decisions: 400, partnerships: 10, clients: 6, longAwaySeconds: 0 };

const strings = ['kills', 'decisions', 'partnerships', 'clients', 'long-away', 'seed', 'only'] as const;

function whole(name: string, text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} is "${text}"; a whole number was expected.`);
  return value;
}

function partsOf(only: string | undefined): FaultOptions['parts'] {
  if (only === undefined) return parts;
  const known = parts.filter(part => part === only);
  if (known.length === 0) throw new Error(`--only is "${only}"; ${parts.join(', ')} was expected.`);
  return known;
}

/** Reads the options; throws an Error that names what is wrong. */
export function faultOptions(args: readonly string[]): FaultOptions {
  const flags = { short: { type: 'boolean' }, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
  const texts = Object.fromEntries(strings.map(name => [name, { type: 'string' } as const]));
  const values = parseArgs({ args: [...args], options: { ...texts, ...flags } }).values as Readonly<
    Record<string, string | boolean | undefined>
  >;
  const text = (name: (typeof strings)[number]): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  const usual = values['short'] === true ? short : full;
  return {
    help: values['help'] === true,
    json: values['json'] === true,
    kills: whole('kills', text('kills'), usual.kills),
    decisions: whole('decisions', text('decisions'), usual.decisions),
    partnerships: Math.max(1, whole('partnerships', text('partnerships'), usual.partnerships)),
    clients: Math.max(1, whole('clients', text('clients'), usual.clients)),
    longAwaySeconds: whole('long-away', text('long-away'), usual.longAwaySeconds),
    seed: whole('seed', text('seed'), Date.now() % 1_000_000),
    parts: partsOf(text('only')),
  };
}
