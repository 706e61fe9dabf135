import { rebuild, type EqualityReport } from '@palabre/projection';
import type { Pool } from 'pg';
import { mustEqual, type BenchContext, type Figure, type Finding } from '../bench-case.js';
import { mixInWords } from '../dossier/streams.js';
import { Databases, fingerprintOf, projectionCalled, quietLogger, withPool } from '../measuring/databases.js';
import { inTurn, timed } from '../measuring/rounds.js';
import { pairwise, shown, shownSpread, spreadOf } from '../measuring/spread.js';
import { fillLedger } from './fill-ledger.js';
import { sqlRebuild, type SqlModel } from './sql-limit.js';

/** Partnerships whose events interleave: as many as let each tell most of its story. */
const underWayOf = (events: number): number => Math.ceil(events / 500);

/** Far above any generation that a rebuild makes here. */
const sqlGeneration = 9_000;

const rebuilt = (pool: Pool, model: string): Promise<EqualityReport> =>
  rebuild({ pool, projection: projectionCalled(model), logger: quietLogger, progress: () => Promise.resolve() });

/** Rebuilds and compares with the generation shown before; answers events per second, the comparison included. */
async function ourRun(pool: Pool, model: string, events: number): Promise<number> {
  await pool.query('CHECKPOINT');
  let report: EqualityReport | null = null;
  const ms = await timed(async () => {
    report = await rebuilt(pool, model);
  });
  mustEqual(`${model}: rebuilt rows are those shown before`, (report as EqualityReport | null)?.equal, true);
  return (events / ms) * 1_000;
}

/** The same table made by one SQL statement, with the same rows. */
async function sqlRun(pool: Pool, model: SqlModel, events: number): Promise<number> {
  await pool.query('CHECKPOINT');
  const { table, statements } = sqlRebuild(model, sqlGeneration);
  const ms = await timed(async () => {
    for (const sql of statements) await pool.query(sql);
  });
  const { rows } = await pool.query<{ generation: number }>("SELECT generation FROM read_model WHERE model = $1 AND status = 'live'", [
    model,
  ]);
  const live = await fingerprintOf(pool, model, rows[0]?.generation ?? 0);
  mustEqual(`${model}: rows made in SQL are those of the rebuild`, await fingerprintOf(pool, model, sqlGeneration), live);
  await pool.query(`DROP TABLE ${table}`);
  return (events / ms) * 1_000;
}

/** The longest measurements of the whole bench: more rounds would say little more. */
const mostRounds = 3;

async function modelFigure(pool: Pool, model: SqlModel, { rounds, tell }: BenchContext, events: number): Promise<Figure> {
  // The first generation is empty: the first rebuild fills it, the measured ones are compared with that.
  await rebuilt(pool, model);
  const series = await inTurn(
    Math.min(rounds, mostRounds),
    { ours: () => ourRun(pool, model, events), sql: () => sqlRun(pool, model, events) },
    line => tell(`${model}: ${line}`),
  );
  const ratio = pairwise(series.ours, series.sql);
  return {
    what: `Rebuild of \`${model}\` against one SQL statement`,
    ours: shownSpread(spreadOf(series.ours), ' events/s'),
    baseline: shownSpread(spreadOf(series.sql), ' events/s'),
    result: shownSpread(ratio, ''),
    target: {
      words: '≥ 0.5',
      met: ratio.median >= 0.5,
      whenShort:
        'What the projector needs of each event leaves the database, becomes an object and is folded in one Node process, and all rows are compared with those shown before; the statement never leaves the database, uses both processors and compares nothing.',
    },
  };
}

/** Read models that no single statement makes: their rebuild is shown beside the others. */
async function alone(pool: Pool, model: string, events: number, tell: (line: string) => void): Promise<Figure> {
  await rebuilt(pool, model);
  const rate = await ourRun(pool, model, events);
  tell(`${model}: ${Math.round(rate)} events/s`);
  return {
    what: `Rebuild of \`${model}\`, one run`,
    ours: `${shown(rate)} events/s`,
    baseline: 'no single statement makes it',
    result: '',
    target: null,
  };
}

export async function rebuildCase(context: BenchContext): Promise<Finding> {
  const { servers, events, tell } = context;
  const databases = new Databases(servers.databaseUrl);
  await databases.open();
  const database = await databases.fresh();
  try {
    const figures = await withPool(database.url, async pool => {
      await fillLedger(pool, events, underWayOf(events), tell);
      const compared = [await modelFigure(pool, 'portfolio', context, events), await modelFigure(pool, 'timeline', context, events)];
      const others: Figure[] = [];
      for (const model of ['file', 'inbox', 'deadlines']) others.push(await alone(pool, model, events, tell));
      return [...compared, ...others];
    });
    return {
      title: `Rebuild of ${shown(events, 0)} events`,
      conditions: [
        `Ledger: ${mixInWords()}; ${shown(underWayOf(events), 0)} partnerships under way at a time, interleaved by command.`,
        'Ours: the rebuild as the operator starts it, from a new table to the switch, with its own comparison of all rows with the generation shown before.',
        `At most ${mostRounds} rounds of each.`,
        'Pure SQL: the same table and indexes, filled by one INSERT … SELECT over the ledger in the same database; without a comparison.',
      ],
      figures,
      checks: ['rows of the rebuild = rows shown before = rows made in SQL: count, sum of versions and hash over all rows'],
    };
  } finally {
    await database.drop();
    await databases.close();
  }
}
