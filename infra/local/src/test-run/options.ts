import { parseArgs } from 'node:util';
import { UsageError } from '../entry.js';

/** The steps of `npm test`, in their order. */
export const STEP_NAMES = ['types', 'lint', 'format', 'unit', 'architecture', 'integration', 'journeys'] as const;
export type StepName = (typeof STEP_NAMES)[number];

/** Steps that need the three servers. */
export const ON_SERVERS: ReadonlySet<StepName> = new Set<StepName>(['integration', 'journeys']);

export const TEST_USAGE = `npm test -- [options]

Runs everything on this machine: types, lint, format, then the unit, architecture, integration and journey tests. The last two
run against a real Temporal server, Kafka broker and PostgreSQL, which are started for this run in a temporary folder.

  --only A,B   a part of the steps: ${STEP_NAMES.join(', ')}
  --help       this text

A server whose address is in TEMPORAL_ADDRESS, KAFKA_BROKERS or DATABASE_URL is used as it is and not started here.
Exit codes: 0 all passed · 1 something failed or nothing ran · 2 wrong option. The last line is \`N passed, N failed\`.

Example: npm test -- --only types,unit
`;

/** Reads the options; throws a UsageError that names what is wrong. */
export function testOptions(args: readonly string[]): { help: boolean; steps: readonly StepName[] } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { only: { type: 'string' }, help: { type: 'boolean', default: false, short: 'h' } },
    });
    return { help: values.help, steps: values.only === undefined ? STEP_NAMES : chosen(values.only) };
  } catch (reason) {
    throw new UsageError(`${reason instanceof Error ? reason.message : String(reason)}\n\n${TEST_USAGE}`);
  }
}

function chosen(list: string): StepName[] {
  const names = list.split(',').map(name => name.trim());
  const unknown = names.filter(name => !STEP_NAMES.some(step => step === name));
  if (unknown.length > 0) throw new Error(`There is no step "${unknown.join('", "')}". The steps are: ${STEP_NAMES.join(', ')}.`);
  return STEP_NAMES.filter(step => names.includes(step));
}
