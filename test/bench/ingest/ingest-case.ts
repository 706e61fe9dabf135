import { projections } from '@palabre/projection';
import { mustEqual, type BenchContext, type Finding } from '../bench-case.js';
import { backlog, firstOf, type Backlog } from '../dossier/kafka-messages.js';
import { mixInWords } from '../dossier/streams.js';
import { Databases, fingerprintOf, withPool } from '../measuring/databases.js';
import { inTurn } from '../measuring/rounds.js';
import { pairwise, shown, shownSpread, spreadOf } from '../measuring/spread.js';
import { runNaive } from '../naive/run-naive.js';
import { batchSize, runProjector } from './projector.js';
import { dumpOf, runCopy, type Dump } from './raw-copy.js';

/** Partnerships whose events interleave. */
const underWay = 400;

const copyBatch = 5_000;

type Run = (url: string) => Promise<number>;

/** What a database holds after a run: rows of the read models, and of the ledger where the run writes one. */
async function contents(url: string): Promise<Record<string, unknown>> {
  return withPool(url, async pool => {
    const found: Record<string, unknown> = {};
    for (const { name } of projections) found[name] = await fingerprintOf(pool, name, 1);
    const ledger = await pool.query<object>('SELECT count(*)::int AS events, coalesce(max(position), 0)::int AS last FROM ledger');
    return { ...found, ledger: ledger.rows[0] };
  });
}

interface Bench {
  readonly databases: Databases;
  readonly expected: Record<string, unknown>;
  readonly few: Backlog;
  readonly fewExpected: Record<string, unknown>;
}

/** Runs on a fresh database, compares what is there afterwards, and answers events per second. */
async function checked(bench: Bench, events: number, run: Run, expected: Record<string, unknown>): Promise<number> {
  const database = await bench.databases.fresh();
  try {
    const ms = await run(database.url);
    mustEqual('rows after a run', await contents(database.url), expected);
    return (events / ms) * 1_000;
  } finally {
    await database.drop();
  }
}

async function once(databases: Databases, messages: Backlog): Promise<{ holds: Record<string, unknown>; dump: Dump }> {
  const database = await databases.fresh();
  try {
    await runProjector(database.url, messages);
    return { holds: await contents(database.url), dump: await dumpOf(database.url, messages.length, copyBatch) };
  } finally {
    await database.drop();
  }
}

export async function ingestCase({ servers, rounds, quick, tell }: BenchContext): Promise<Finding> {
  const messages = backlog(quick ? 10_000 : 60_000, underWay);
  const few = firstOf(messages, quick ? 100 : 400);
  const databases = new Databases(servers.databaseUrl);
  await databases.open();
  try {
    const { holds: expected, dump } = await once(databases, messages);
    mustEqual('events in the ledger', expected['ledger'], { events: messages.length, last: messages.length });
    const { holds } = await once(databases, few);
    const bench = { databases, expected, few, fewExpected: { ...holds, ledger: { events: 0, last: 0 } } };
    const series = await inTurn(
      rounds,
      {
        projector: () => checked(bench, messages.length, url => runProjector(url, messages), expected),
        copy: () => checked(bench, messages.length, url => runCopy(url, dump), expected),
        naive: () => checked(bench, few.length, url => runNaive(url, few), bench.fewExpected),
      },
      tell,
    );
    return findingOf(series, expected, { events: messages.length, few: few.length });
  } finally {
    await databases.close();
  }
}

/** Which read models are kept in step without a row to write: those of other streams, and of what this mix does not tell. */
function filledInWords(holds: Record<string, unknown>): string {
  const empty = projections.map(({ name }) => name).filter(name => (holds[name] as { readonly rows: string }).rows === '0');
  return empty.length === 0 ? 'All of them get rows.' : `This mix leaves ${empty.join(', ')} without rows.`;
}

function findingOf(
  series: Record<'projector' | 'copy' | 'naive', number[]>,
  holds: Record<string, unknown>,
  { events, few }: { readonly events: number; readonly few: number },
): Finding {
  const ofCopy = pairwise(series.projector, series.copy);
  const ofNaive = pairwise(series.projector, series.naive);
  const perSecond = (values: readonly number[]): string => shownSpread(spreadOf(values), ' events/s');
  return {
    title: 'Projector ingest',
    conditions: [
      `Event mix: ${mixInWords()}.`,
      `${shown(events, 0)} events of ${underWay} partnerships under way at a time, interleaved by command, from message bytes in batches of ${shown(batchSize, 0)}, the read models as far behind as the program lets them be: parse, validate, hash, ledger, all ${projections.length} read models, offsets. ${filledInWords(holds)}`,
      `Raw COPY: the same rows of the same tables as ready-made binary bytes, ${shown(copyBatch, 0)} events per transaction, nothing computed. It writes each row of a read model once, in its final form; the projector writes it whenever a step of its read models ends.`,
      `Naive: one message at a time with TypeORM's find and save, the same read models, ${few} events; without the Kafka client and Nest around it, so it is faster here than it would be.`,
    ],
    figures: [
      {
        what: 'Projector against raw COPY into the same tables',
        ours: perSecond(series.projector),
        baseline: perSecond(series.copy),
        result: shownSpread(ofCopy, ''),
        target: {
          words: '≥ 0.5',
          met: ofCopy.median >= 0.5,
          whenShort:
            'One Node process reads 23 headers, checks, hashes and parses each event and folds it into every read model, which takes it longer than PostgreSQL needs to store the result; COPY writes each final row once from bytes that are ready.',
        },
      },
      {
        what: 'Projector against a naive handler, row by row',
        ours: perSecond(series.projector),
        baseline: perSecond(series.naive),
        result: shownSpread(ofNaive, ' ×'),
        target: { words: '≥ 80 ×', met: ofNaive.median >= 80, whenShort: 'See the line above: the same work per event.' },
      },
    ],
    checks: [
      'count of the ledger, and count, sum of versions and hash over all rows of each read model, equal after every run of all three',
    ],
  };
}
