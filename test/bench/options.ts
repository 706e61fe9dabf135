import { parseArgs } from 'node:util';

export const caseNames = ['rules', 'ingest', 'rebuild', 'decide', 'visible', 'reads', 'history', 'screening'] as const;

export type CaseName = (typeof caseNames)[number];

export interface BenchOptions {
  readonly help: boolean;
  readonly only: readonly CaseName[];
  readonly rounds: number;
  readonly events: number;
  readonly quick: boolean;
  readonly write: boolean;
}

export const usage = `npm run bench -- [options]

Starts servers of its own in a temporary folder and measures each figure beside its baseline, in turn, in one run. Results are
compared after each measurement; a difference ends the run with exit code 1.

  --only a,b     cases: ${caseNames.join(', ')} (all)
  --full         full amounts: about 20 minutes; without it small ones, which show that it works and say little
  --rounds N     interleaved rounds (5 in a full run, else 2)
  --events N     events in the ledger for the rebuild (1000000 in a full run, else 50000)
  --write        a full run that writes docs/bench.md; on a quiet machine
  --help

Exit codes: 0 measured, results equal (a missed target is said on the page, not by the code) · 1 a result differed · 2 wrong option.

Example: npm run bench -- --full --only ingest,rebuild --rounds 7
`;

const isCase = (name: string): name is CaseName => (caseNames as readonly string[]).includes(name);

function casesOf(text: string | undefined): readonly CaseName[] {
  if (text === undefined) return caseNames;
  const names = text.split(',').map(name => name.trim());
  const unknown = names.filter(name => !isCase(name));
  if (unknown.length > 0) throw new Error(`--only names ${unknown.join(', ')}; known are ${caseNames.join(', ')}.`);
  return names.filter(isCase);
}

function whole(name: string, text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} is "${text}"; a whole number above zero was expected.`);
  return value;
}

/** Reads the options; throws an Error that names what is wrong. */
export function benchOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      rounds: { type: 'string' },
      events: { type: 'string' },
      full: { type: 'boolean' },
      write: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const write = values.write ?? false;
  const quick = !(values.full ?? write);
  const only = casesOf(values.only);
  if (write && only.length < caseNames.length) throw new Error('--write is for a full run: without --only.');
  return {
    help: values.help ?? false,
    only,
    rounds: whole('rounds', values.rounds, quick ? 2 : 5),
    events: whole('events', values.events, quick ? 50_000 : 1_000_000),
    quick,
    write,
  };
}
