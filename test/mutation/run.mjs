import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { draw, placeOf } from './draw.mjs';
import { livingIn, tell } from './score.mjs';

const usage = `npm run mutation [-- --part FOLDER] [--sample N --seed S] [--processes N] [--long]
  --part       one folder or file of libs/lifecycle/src only, for example mechanisms/money
  --sample     so many mutants only, each drawn with the same chance; the same ones for the same seed
  --processes  how many test processes (1); a sample has one more
  --long       what lives is asked about once more, with the long tests: trials of every gate, generated stories`;

const rules = 'libs/lifecycle/src/';

/** They remember something from one test to the next: a fault in them is asked about in a run of its own, with fresh threads. */
const remembering = ['evolve.ts', 'settle.ts', 'short-ids.ts', 'tasks/task-table.ts'].map(file => rules + file);

const { values: asked } = parseArgs({
  options: {
    part: { type: 'string', default: '' },
    sample: { type: 'string' },
    seed: { type: 'string', default: '1' },
    processes: { type: 'string', default: '1' },
    long: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const files = readdirSync(rules, { recursive: true })
  .map(file => rules + file)
  .filter(file => file.endsWith('.ts') && !file.endsWith('.spec.ts') && file.startsWith(rules + asked.part));

/** One run of Stryker over these files or places; where there are none, nothing is asked. */
function run(mutate, { name, threads, drawn, witnesses = 'near' }) {
  if (mutate.length === 0) return [];
  const report = `.palabre/${name}.json`;
  rmSync(report, { force: true });
  writeFileSync(
    '.palabre/mutation-order.json',
    JSON.stringify({ mutate, drawn, threads, witnesses, report, processes: Number(asked.processes) }),
  );
  spawnSync('stryker', ['run', 'test/mutation/stryker.config.mjs'], { stdio: 'inherit' });
  return [report];
}

const isRemembering = place => remembering.some(file => place.startsWith(file));

const placesOf = names => [...new Set(names.map(placeOf))];

/** What no near test noticed, asked of the tests that are too long to be asked about each fault. */
function askAgain(reports) {
  const living = livingIn(reports.filter(report => existsSync(report)));
  return run(placesOf(living), { name: 'mutation-long', threads: 'fresh', drawn: living, witnesses: 'long' });
}

async function ask() {
  mkdirSync('.palabre', { recursive: true });
  const drawn = asked.sample === undefined ? null : await draw(files, { sample: Number(asked.sample), seed: asked.seed });
  const places = drawn === null ? files : placesOf(drawn);
  const reports = [
    ...run(
      places.filter(place => !isRemembering(place)),
      { name: 'mutation', threads: 'lasting', drawn },
    ),
    ...run(places.filter(isRemembering), { name: 'mutation-remembering', threads: 'fresh', drawn }),
  ];
  return tell(asked.long ? [...reports, ...askAgain(reports)] : reports);
}

if (asked.help) console.log(usage);
else process.exitCode = await ask();
